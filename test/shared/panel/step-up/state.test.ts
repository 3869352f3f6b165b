import { describe, expect, it, vi } from "vitest";
import type { Answer } from "../../../../shared/contract/answer.ts";
import { fail, ok } from "../../../../shared/outcome.ts";
import { createStepUp } from "../../../../shared/panel/step-up/state.ts";

const refused: Answer<string> = fail("step_up_required", { methods: ["app"] });

describe("a guarded call", () => {
  it("goes through where no proof is asked for", async () => {
    const { guard, question } = createStepUp(() => {});
    expect(await guard(async () => ok("done"))).toEqual(ok("done"));
    expect(question.value).toBeNull();
  });

  it("is made again once the person has proved it is them", async () => {
    const { guard, question } = createStepUp(() => {});
    const call = vi.fn<() => Promise<Answer<string>>>().mockResolvedValueOnce(refused).mockResolvedValue(ok("done"));
    const answer = guard(call);
    await vi.waitFor(() => expect(question.value?.methods).toEqual(["app"]));
    question.value?.settle(true);
    expect(await answer).toEqual(ok("done"));
    expect(question.value).toBeNull();
  });

  it("says in the question what it is for, where that can't be taken back too", async () => {
    const { guard, question } = createStepUp(() => {});
    const words = { title: "Remove 1?", action: "Remove 1", final: true };
    const answer = guard(async () => refused, words);
    await vi.waitFor(() => expect(question.value).toMatchObject({ ...words, methods: ["app"] }));
    question.value?.settle(false);
    await answer;
  });

  it("is left undone when the person leaves", async () => {
    const { guard, question } = createStepUp(() => {});
    const call = vi.fn(async () => refused);
    const answer = guard(call);
    await vi.waitFor(() => expect(question.value).not.toBeNull());
    question.value?.settle(false);
    expect(await answer).toEqual(refused);
    expect(call).toHaveBeenCalledOnce();
  });

  it("tells when the session has ended", async () => {
    const onEnded = vi.fn();
    const { guard } = createStepUp(onEnded);
    await guard(async () => fail("not_signed_in"));
    expect(onEnded).toHaveBeenCalledOnce();
  });
});
