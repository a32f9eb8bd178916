/** The desk: all that people can do on the line, put together from its parts. */

import type { AskingPorts } from './asking/asking.ts';
import { createAsking } from './asking/asking.ts';
import type { CaseworkPorts } from './casework/casework.ts';
import { createCasework } from './casework/casework.ts';
import type { Staff } from './staff/staff.ts';
import { createUpkeep, type UpkeepPorts } from './upkeep/upkeep.ts';

export type DeskPorts = AskingPorts & CaseworkPorts & UpkeepPorts & { readonly staff: Staff };

export function createDesk(ports: DeskPorts) {
  const { county, staff } = ports;
  const casework = createCasework(ports, staff);
  return {
    county,
    staff,
    casework,
    asking: createAsking(ports, casework),
    upkeep: createUpkeep(ports),
  };
}

export type Desk = ReturnType<typeof createDesk>;
