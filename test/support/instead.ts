import { vi } from "vitest";
import { operationAt } from "./described.ts";
import { Service, type TestAnswer, type TestRequest } from "./service.ts";

/** A request, to be sent as often as the test likes, with what is added to it. */
export type SendIt = (added?: { withoutToken?: true; headers?: Record<string, string> }) => Promise<TestAnswer>;

/**
 * Runs `act`, and lets `instead` do in place of one of its requests what it likes: that of the operation, or the first.
 * What `act` makes of the answer afterwards is of no interest; what fails inside `instead` fails here.
 */
export async function instead(
  operation: string | undefined,
  act: () => Promise<unknown>,
  instead: (send: SendIt, request: { token: string | undefined; path: string }) => Promise<TestAnswer>,
): Promise<void> {
  const { send } = Service.prototype;
  let was: Promise<TestAnswer> | undefined;
  const spy = vi.spyOn(Service.prototype, "send").mockImplementation(async function (
    this: Service,
    method: string,
    path: string,
    request: TestRequest = {},
  ) {
    const found = operationAt(method, path);
    if (was || !found || (operation !== undefined && found.id !== operation))
      return send.call(this, method, path, request);
    const again: SendIt = ({ withoutToken, headers = {} } = {}) => {
      const { token, ...rest } = request;
      const carried = withoutToken || token === undefined ? rest : { ...rest, token };
      return send.call(this, method, path, { ...carried, headers: { ...request.headers, ...headers } });
    };
    was = instead(again, { token: request.token, path });
    return was;
  });
  try {
    await act();
  } catch (error) {
    if (!was) throw error;
  } finally {
    spy.mockRestore();
  }
  if (!was) throw new Error(`no request of ${operation} was sent`);
  await was;
}
