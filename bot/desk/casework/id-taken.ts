/** Two random ids met: rare (one in some tens of thousands does), and nobody's fault. The desk draws another. */
export class IdTakenError extends Error {
  constructor(id: string) {
    super(`The id ${id} is taken by another case. Draw a new one and try again.`);
    this.name = 'IdTakenError';
  }
}
