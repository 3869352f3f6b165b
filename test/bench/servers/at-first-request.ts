/**
 * What `make` makes of the origin that the first request was sent to, for all requests: the runtime chooses its port
 * itself, so that no setting can name it.
 */
export function atFirstRequest<Made>(make: (origin: string) => Made): (request: Request) => Made {
  let made: { value: Made } | undefined;
  return (request) => {
    made ??= { value: make(new URL(request.url).origin) };
    return made.value;
  };
}
