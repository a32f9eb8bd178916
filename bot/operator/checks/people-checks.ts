/** Checks that somebody answers in every region, and that there is a supervisor whom the bot knows. */
import { type Check, ok, unlessFine, warning } from './check.ts';

export const advisorsCheck: Check = {
  name: 'advisors',
  needs: ['rows', 'county'],
  running: true,
  run: async ({ staff, county }) => {
    const [people, { regions }] = await Promise.all([staff(), county()]);
    const there = people.filter(({ left }) => !left);
    const without = regions.filter(({ id }) => !there.some(({ advisorIn }) => advisorIn.includes(id)));
    return unlessFine(
      without.map(({ name }) =>
        warning(
          `${name.fi} has no advisor: nobody may answer its questions.`,
          'A supervisor adds one: in the tab, Settings, People and roles.',
        ),
      ),
      'Every region has somebody who answers.',
    );
  },
};

export const supervisorCheck: Check = {
  name: 'supervisor',
  needs: ['rows'],
  running: true,
  run: async ({ person, settings }) => {
    const first = await person(settings().firstSupervisor);
    if (first?.chat) return [ok(`${first.name} (FIRST_SUPERVISOR) has met the bot.`)];
    return [
      warning(
        'The person whom FIRST_SUPERVISOR names has never met the bot.',
        'Check the object id in Entra, and have them write to the bot; if no answer comes, the Azure Bot’s messaging endpoint is not PUBLIC_URL/api/messages.',
      ),
    ];
  },
};
