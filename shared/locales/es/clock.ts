import type { clock as english } from "../en/clock.ts";

/** What is said about a computer's clock that is wrong, in Spanish. */
export const clock: typeof english = {
  duration: (seconds) =>
    seconds < 120
      ? `${seconds} segundos`
      : seconds < 7200
        ? `${Math.round(seconds / 60)} minutos`
        : `${Math.round(seconds / 3600)} horas`,
  behind: (duration) => `El reloj de este equipo va ${duration} por detrás de tu servicio de Latchkey.`,
  ahead: (duration) => `El reloj de este equipo va ${duration} por delante de tu servicio de Latchkey.`,
  refused: "Los sitios pueden rechazar estos códigos.",
  corrected: "Los códigos siguen el reloj del servicio.",
  correct: "Corregir los códigos",
  undo: "Usar el reloj de este equipo",
};
