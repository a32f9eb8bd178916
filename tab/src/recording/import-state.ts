/** An import on its way: the file, what the server says of its rows, and what has been said of it so far. */
import { useRef, useState } from 'react';
import type { Mapping, UnknownValue } from '../../../bot/domain/tally/contact-import.ts';
import type { ImportView, PreviewView } from '../../../bot/domain/views/recording-views.ts';
import type { ImportTexts } from '../../../bot/words/tab/recording-import-texts.ts';
import type { TabTexts } from '../../../bot/words/tab/tab-texts.ts';
import type { Server, Undone } from '../kit/server.ts';
import { askedSince } from './mapping.ts';
import { readFile } from './reading-file.ts';

/** `mapping` runs ahead of the preview while the rows are being checked. */
export type Checked = {
  readonly name: string;
  readonly csv: string;
  readonly preview: PreviewView;
  readonly mapping: Mapping;
  readonly asked: readonly UnknownValue[];
};
export type ImportState = {
  readonly busy: boolean;
  readonly why?: string;
  readonly checked?: Checked;
};

type ImportWords = { readonly say: ImportTexts; readonly texts: TabTexts };

export function useImportState(server: Server, words: ImportWords) {
  const [now, setNow] = useState<ImportState>({ busy: false });
  // an answer that was overtaken is not shown
  const turn = useRef(0);
  const takeTurn = () => {
    turn.current += 1;
    return turn.current;
  };
  // what has been checked: only that can be imported
  const settled = useRef<Checked>(undefined);
  const preview = async (file: { name: string; csv: string }, before?: Checked, mapping?: Mapping) => {
    const mine = takeTurn();
    setNow({ busy: true, ...(before && mapping && { checked: { ...before, mapping } }) });
    const body = { csv: file.csv, ...(mapping && { mapping }) };
    const path = '/recording/imports/preview';
    const heard = await server.hear<PreviewView>({ method: 'POST', path, body });
    if (mine !== turn.current) return;
    if (heard.state === 'failed') {
      setNow({
        busy: false,
        why: whyNotImported(heard, words),
        ...(before && settled.current && { checked: settled.current }),
      });
      return;
    }
    const { value } = heard;
    const asked = askedSince(before?.asked ?? [], value.unknown, value.mapping);
    const { name, csv } = file;
    settled.current = { name, csv, preview: value, mapping: value.mapping, asked };
    setNow({ busy: false, checked: settled.current });
  };
  return {
    ...now,
    async choose(file: File) {
      const mine = takeTurn();
      const read = await readFile(file);
      if (mine !== turn.current) return;
      if ('refused' in read) setNow({ busy: false, why: words.say.no[read.refused] });
      else await preview(read);
    },
    change(mapping: Mapping) {
      if (now.checked) void preview(now.checked, now.checked, mapping);
    },
    forget() {
      takeTurn();
      setNow({ busy: false });
    },
  };
}

/** Why nothing was imported, in one or two sentences. */
export function whyNotImported({ no, failure }: Undone, { say, texts }: ImportWords): string {
  const refusals: { readonly [code: string]: unknown } = say.no;
  const told = no && refusals[no.code];
  if (typeof told !== 'string') return texts.failed[failure];
  return typeof no?.['line'] === 'number' ? `${told} ${say.no.line(no['line'])}` : told;
}

/** The one that stands already, when the same file was sent before. */
export const importedBefore = ({ no }: Undone): ImportView | undefined =>
  no?.code === 'imported-before' ? (no['import'] as ImportView) : undefined;
