import type { panelNotMe as english } from "../en/panel-not-me.ts";

type Words = typeof english;

const review: Words["review"] = {
  title: "Revisa los cambios recientes",
  lead: "Puede que otra persona haya usado tu cuenta. Conserva lo que reconozcas y quita lo demás.",
  secured: "Hemos cerrado todas tus sesiones y tu contraseña ha cambiado.",
  onHold: "Nada de lo que ves aquí sirve para iniciar sesión hasta que lo conserves o lo restaures.",
  stillOn: "La autenticación en dos pasos sigue activada.",
  added: "Añadido hace poco",
  removed: "Quitado hace poco",
  kinds: {
    app: "Aplicación de autenticación",
    email: "Códigos por correo",
    passkey: "Llave de acceso",
    recovery_codes: "Códigos de recuperación",
    browser: "Navegador recordado",
    two_factor_reset: "Solicitud para desactivar la autenticación en dos pasos",
  },
  named: (kind, name) => `${kind} «${name}»`,
  addedAt: (when) => `Añadido el ${when}`,
  removedAt: (when) => `Quitado el ${when}`,
  near: (browser, place) => `${browser}, cerca de ${place}`,
  keep: "Conservar",
  remove: "Quitar",
  restore: "Restaurar",
  leave: "No restaurar",
  restoreCodes: "Si los restauras, sustituyen a los códigos de recuperación que tienes ahora.",
  missing: "Elige Conservar o Quitar.",
  missingRemoved: "Elige Restaurar o No restaurar.",
  apply: "Aplicar",
  parts: ({ remove, keep, restore, leave }) => [
    ...(remove ? [`quitar ${remove}`] : []),
    ...(keep ? [`conservar ${keep}`] : []),
    ...(restore ? [`restaurar ${restore}`] : []),
    ...(leave ? [`no restaurar ${leave}`] : []),
  ],
  left: (left) => (left === 1 ? "Queda 1 cambio por decidir." : `Quedan ${left} cambios por decidir.`),
  final: "Lo que quites no se puede recuperar.",
  notFinal: "Puedes cambiarlo más tarde en Seguridad.",
  later: "Decidir más tarde",
  none: "No hay nada que revisar",
  noneLead: "Ya se ha decidido sobre todos los cambios recientes.",
  toSecurity: "Ir a Seguridad",
  done: "Has terminado la revisión.",
  waits: (count) =>
    count === 1
      ? "1 cambio reciente está en espera hasta que decidas."
      : `${count} cambios recientes están en espera hasta que decidas.`,
  open: "Revisar",
};

const waiting: Words["waiting"] = {
  label: "Cambios pendientes",
  requested: (when) => `Se pidió el ${when}.`,
  types: {
    password_reset: {
      title: "Hay un restablecimiento de contraseña pendiente",
      until: (when) => `La contraseña nueva valdrá a partir del ${when}. Si no lo has pedido tú, detenlo.`,
      stop: "Detener",
      stopped: "Se ha detenido. Tu contraseña sigue siendo la misma.",
    },
    email_change: {
      title: "Hay un cambio de correo pendiente",
      until: (when) => `El correo nuevo se puede confirmar hasta el ${when}. Si no lo has pedido tú, detén el cambio.`,
      stop: "Detener el cambio",
      stopped: "Se ha detenido el cambio. Tu correo sigue siendo el mismo.",
    },
    two_factor_reset: {
      title: "Se va a desactivar la autenticación en dos pasos",
      until: (when) => `Un administrador la desactivará el ${when}. Si no lo has pedido tú, mantenla activada.`,
      stop: "Mantenerla activada",
      stopped: "La autenticación en dos pasos sigue activada.",
    },
    deletion: {
      title: "Esta cuenta se va a eliminar",
      until: (when) => `Tu cuenta y todo lo que contiene se eliminarán el ${when}.`,
      stop: "Conservar mi cuenta",
      stopped: "Tu cuenta se conserva: no se eliminará.",
    },
  },
};

/** The same in Spanish. */
export const panelNotMe: Words = { review, waiting };
