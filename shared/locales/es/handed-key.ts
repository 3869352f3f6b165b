/** Lo que se pregunta antes de guardar la clave de una página. */
export const handedKey = {
  title: "¿Guardar este código?",
  lead: (host: string) =>
    `${host} pide guardar la clave de este código en este navegador. Guárdala solo si acabas de elegir «Usar este navegador» allí.`,
  keep: "Guardar código",
  refuse: "No guardar",
  gone: "La página ya no espera, así que no se ha guardado nada. Vuelve a ella y elige «Usar este navegador» otra vez.",
  taken: "Este navegador ya tiene otro código para este método, así que no se ha guardado nada.",
  close: "Cerrar",
};
