import { useEffect, useRef } from "preact/hooks";
import { Button } from "../../shared/ui/button.tsx";
import { findCodes } from "../scan/find-codes.ts";
import { drawn } from "../scan/picture.ts";
import type { Scan } from "./scan-state.ts";
import { scanWords } from "./scan-words.ts";

/** Milliseconds between two looks: a hand that holds a phone is no faster. */
const pauseMilliseconds = 200;

/** What the camera sees, until a code with an account in it is there. */
export function Camera({ scan }: { scan: Scan }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const end = new AbortController();
    void watch(video.current, scan, end.signal);
    return () => end.abort();
  }, [scan]);
  return (
    <div class="stack">
      <p>{scanWords.cameraLead}</p>
      <video ref={video} class="camera" muted playsInline aria-label={scanWords.cameraTitle} />
      <Button wide focusFirst onClick={() => scan.giveUp()}>
        {scanWords.stopCamera}
      </Button>
    </div>
  );
}

async function watch(video: HTMLVideoElement | null, scan: Scan, end: AbortSignal): Promise<void> {
  let stream: MediaStream | undefined;
  try {
    stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: "environment", width: { ideal: 1280 } },
    });
    end.addEventListener("abort", () => stopAll(stream));
    if (end.aborted || !video) return;
    video.srcObject = stream;
    await video.play();
    while (!end.aborted) {
      const texts = await findCodes(drawn(video, video.videoWidth, video.videoHeight), true);
      if (end.aborted || texts.some((text) => scan.takeText(text))) return;
      await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
    }
  } catch {
    if (!end.aborted) scan.giveUp({ code: "no_camera" });
  } finally {
    stopAll(stream);
  }
}

function stopAll(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
