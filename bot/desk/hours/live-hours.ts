/** The one place where the line's hours change under a running line: a county whose `opening` is read through. */
import type { County, OpeningHours } from '../../domain/county.ts';

export type LiveHours = {
  /** The county as everybody holds it. Never spread into another object: a copy would keep the hours of its moment. */
  readonly county: County;
  /** As in the county file. */
  readonly fromFile: OpeningHours;
  /** From now on these are the hours; the file's again without any. */
  hold(opening: OpeningHours | undefined): void;
};

export function withHours(file: County): LiveHours {
  const { opening: fromFile } = file;
  let inForce = fromFile;
  const county: County = {
    ...file,
    get opening() {
      return inForce;
    },
  };
  return {
    county,
    fromFile,
    hold(opening = fromFile) {
      // what is reckoned from hours is remembered by their object: the same hours stay the same one
      if (JSON.stringify(opening) !== JSON.stringify(inForce)) inForce = opening;
    },
  };
}
