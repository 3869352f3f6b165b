import { signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fail, ok } from "../../../shared/outcome.ts";
import { createFormState, isEntered, isFilled, isOneOf } from "../../../shared/panel/form-state.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function openForm() {
  const email = signal("");
  const password = signal("");
  const form = createFormState({
    email: { value: email, accepts: isFilled },
    password: { value: password, accepts: isEntered, isAbout: isOneOf("wrong_credentials", "too_many_attempts") },
  });
  return { email, password, form };
}

const faults = ({ form }: ReturnType<typeof openForm>) => [form.faults.email.value, form.faults.password.value];

describe("a form", () => {
  it("says all that is wrong at once, leads to the first of it, and sends nothing", async () => {
    const opened = openForm();
    const call = vi.fn(async () => ok(1));
    expect(await opened.form.send(call)).toBeUndefined();
    expect(faults(opened)).toEqual(["unfit", "unfit"]);
    expect(opened.form.first.value).toEqual({ name: "email" });
    const led = opened.form.first.value;
    await opened.form.send(call);
    expect(opened.form.first.value).not.toBe(led);
    expect(call).not.toHaveBeenCalled();
  });

  it("takes back each error as soon as its field changes, and never says it again by itself", async () => {
    const opened = openForm();
    await opened.form.send(async () => ok(1));
    opened.password.value = "a";
    expect(faults(opened)).toEqual(["unfit", null]);
    opened.password.value = "";
    expect(faults(opened)).toEqual(["unfit", null]);
    opened.email.value = "a";
    expect(faults(opened)).toEqual([null, null]);
    await opened.form.send(async () => ok(1));
    expect(faults(opened)).toEqual([null, "unfit"]);
  });

  it("says what the service refuses at the field that it is about, until that changes, and all else below", async () => {
    const opened = openForm();
    opened.email.value = "ana@example.com";
    opened.password.value = "a quiet harbour";
    await opened.form.send(async () => fail("wrong_credentials"));
    expect(opened.form.faults.password.value).toMatchObject({ code: "wrong_credentials" });
    expect(opened.form.failure.value).toBeNull();
    opened.password.value = "a quiet harbor";
    expect(faults(opened)).toEqual([null, null]);
    await opened.form.send(async () => fail("offline"));
    expect(faults(opened)).toEqual([null, null]);
    expect(opened.form.failure.value).toMatchObject({ code: "offline" });
  });

  it("goes on saying how long to wait, whatever is entered meanwhile", async () => {
    const opened = openForm();
    opened.email.value = "ana@example.com";
    opened.password.value = "a quiet harbour";
    await opened.form.send(async () => fail("too_many_attempts", { retryAfter: 45 }));
    opened.password.value = "another one";
    expect(opened.form.faults.password.value).toMatchObject({ code: "too_many_attempts" });
    vi.advanceTimersByTime(45_000);
    expect(faults(opened)).toEqual([null, null]);
  });
});
