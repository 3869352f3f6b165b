import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer } from "../../../../shared/contract/answer.ts";
import type { Client } from "../../../../shared/contract/client.ts";
import type { DisputedItem } from "../../../../shared/contract/not-me.ts";
import { ana } from "../../../../shared/contract/operations/example.ts";
import { fail, ok } from "../../../../shared/outcome.ts";
import { createReview } from "../../../../shared/panel/not-me/review-state.ts";
import { createSecurity } from "../../../../shared/panel/security-state.ts";

const change = (id: string, state: DisputedItem["state"]): DisputedItem => ({
  id,
  kind: "passkey",
  state,
  name: "Backup phone",
  addedAt: "2026-11-28T03:12:00.000Z",
  ip: "198.51.100.7",
  userAgent: "",
  browser: "Firefox",
  system: "Windows",
  until: "2026-12-28T03:12:00.000Z",
});

const decide = vi.fn<(id: string, keep: boolean) => Promise<Answer<void>>>();
let waiting: DisputedItem[] = [];
const onReviewed = vi.fn();
const onEnded = vi.fn();

async function openReview() {
  const client = {
    account: { get: async () => ok(ana) },
    disputed: { list: async () => ok({ since: null, items: waiting }), decide },
  } as unknown as Client;
  const security = createSecurity({ client, onReviewed, onEnded, onLeft: () => {} });
  await security.load();
  return { security, review: createReview(security, {}) };
}

beforeEach(() => {
  waiting = [change("thiefs", "suspended"), change("mine", "suspended"), change("gone", "removed")];
  decide.mockReset();
  decide.mockImplementation(async (id) => {
    waiting = waiting.filter((each) => each.id !== id);
    return ok(undefined);
  });
  onReviewed.mockClear();
  onEnded.mockClear();
});

describe("a review", () => {
  it("is shown before anything else while something is disputed, and not where nothing is", async () => {
    expect((await openReview()).security.open.value).toEqual({ review: {} });
    waiting = [];
    expect((await openReview()).security.open.value).toBeNull();
  });

  it("waits until each change is decided, and leads to the first that is not", async () => {
    const { review } = await openReview();
    review.choose("thiefs", false);
    await review.submit({});
    expect(decide).not.toHaveBeenCalled();
    expect(review.missing.value).toEqual({ id: "mine" });
    expect(review.left.value).toBe(2);
    review.choose("mine", true);
    expect(review.left.value).toBe(1);
    for (const { id } of review.items.value) review.choose(id, false);
    expect(review.missing.value).toBeNull();
  });

  it("counts what goes which way, does it, and says so", async () => {
    const { security, review } = await openReview();
    review.choose("thiefs", false);
    review.choose("mine", true);
    review.choose("gone", true);
    expect(review.counts.value).toEqual({ remove: 1, keep: 1, restore: 1, leave: 0 });
    await review.submit({});
    expect(decide.mock.calls).toEqual([
      ["thiefs", false],
      ["mine", true],
      ["gone", true],
    ]);
    expect(security.done.value).toEqual({ what: "reviewed" });
    expect(security.open.value).toBeNull();
    expect(onReviewed).toHaveBeenCalledOnce();
  });

  it("takes what was decided elsewhere meanwhile for decided", async () => {
    const { security, review } = await openReview();
    for (const { id } of waiting) review.choose(id, true);
    decide.mockImplementationOnce(async () => {
      waiting = waiting.filter((each) => each.id !== "thiefs");
      return fail("not_found");
    });
    await review.submit({});
    expect(security.done.value).toEqual({ what: "reviewed" });
  });

  it("keeps what could not be done on the screen, with its choice", async () => {
    const { security, review } = await openReview();
    for (const { id } of waiting) review.choose(id, id !== "thiefs");
    decide.mockImplementationOnce(async () => ok(undefined)).mockImplementationOnce(async () => fail("offline"));
    await review.submit({});
    expect(review.items.value.map(({ id }) => id)).toEqual(["mine", "gone"]);
    expect(review.choices.value).toMatchObject({ mine: true, gone: true });
    expect(review.attempt.failure.value?.code).toBe("offline");
    expect(review.busy.value).toBe(false);
    expect(security.open.value).toMatchObject({ review: { mine: true } });
    expect(onReviewed).not.toHaveBeenCalled();
  });

  it("asks for a proof in words of what it is for, and tells when the session has ended", async () => {
    const { security, review } = await openReview();
    for (const { id } of waiting) review.choose(id, false);
    decide.mockResolvedValueOnce(fail("step_up_required", { methods: ["app"] }));
    const sent = review.submit({ action: "Remove 2", final: true });
    await vi.waitFor(() =>
      expect(security.stepUp.question.value).toMatchObject({ methods: ["app"], action: "Remove 2", final: true }),
    );
    decide.mockResolvedValue(fail("not_signed_in"));
    security.stepUp.question.value?.settle(true);
    await sent;
    expect(onEnded).toHaveBeenCalled();
    expect(review.items.value).toHaveLength(3);
  });
});
