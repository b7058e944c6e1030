/** What an editor tab is filled with, as it is typed. */
export interface TabContent {
  query: string;
  variables: string;
}
