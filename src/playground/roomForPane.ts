/** Whether a pane fits beside the editors; on a phone it covers them, as phone.css says. */
export function hasRoomForPane(): boolean {
  return matchMedia("(width >= 48rem)").matches;
}
