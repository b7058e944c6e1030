/** What must hold of a claim for it to count now: what is shown, compared, summed and walked where nothing else is asked for. */
export function currentClaim(claim: string): string {
  return `${claim}.status = 'ACTIVE' AND ${claim}.rank <> 'DEPRECATED'`;
}
