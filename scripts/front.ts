import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/**
 * An address of this machine that is known before the server behind it starts: settings have to name it, and a tool
 * that chooses its port itself can only be asked later. Until then, connections are closed.
 */
export interface Front {
  address: string;
  /** Passes all that comes from here on to a port of 127.0.0.1. */
  passTo(port: number): void;
  close(): Promise<void>;
}

/** Opens a front at a port that the system chooses, and that stays ours until `close`. */
export async function openFront(): Promise<Front> {
  let behind: number | undefined;
  const open = new Set<Socket>();
  const hold = (socket: Socket) => {
    open.add(socket);
    // Whichever side breaks off, the other one hears of it by the end of the connection.
    socket.on("error", () => socket.destroy()).on("close", () => open.delete(socket));
  };
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (caller) => {
    hold(caller);
    if (behind === undefined) return void caller.destroy();
    const onward = connect({ host: "127.0.0.1", port: behind, allowHalfOpen: true, noDelay: true });
    hold(onward);
    caller.pipe(onward).pipe(caller);
    caller.on("close", () => onward.destroy());
    onward.on("close", () => caller.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    passTo: (port) => {
      behind = port;
    },
    async close() {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, "close");
    },
  };
}
