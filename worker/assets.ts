/** The files that the build has put beside the worker, by their addresses. */
export interface Assets {
  fetch(request: Request): Promise<Response>;
}
