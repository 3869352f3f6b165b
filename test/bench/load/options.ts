/** How a run is made. */
export interface LoadOptions {
  connections: number;
  /** Those who have an account before the traffic begins; more than connections, so that some are away while others are served. */
  people: number;
  seed: number;
  /** How often a round trip to the database and a mail fail each. */
  faultRate: number;
  /** What people come for: the mix of a site's hour, or everything equally often, with more slips and doubles. */
  traffic: "hour" | "everything";
  /** How much faster than the machine's the service's clock runs. */
  speed: number;
  /** Whether enough is done, by what was answered so far and the seconds since the traffic began. */
  isDone: (answers: number, seconds: number) => boolean;
  progress: (text: string) => void;
}
