/** The alerts on a guest. */
export const avvertenze = {
  titolo: 'Avvertenze',
  cosa: 'Si vedono accanto al nome: negli elenchi, nelle presenze, in Oggi, nell’agenda, sul foglio della notte e in testa a ciò che si scrive dell’ospite. Le legge chiunque legga i nomi.',
  nessuna: 'Nessuna avvertenza.',
  aggiungi: 'Avvertenza',
  aggiungiTitolo: 'Una nuova avvertenza',
  correggiTitolo: 'Correggere l’avvertenza',
  correggiDi: (testo: string) => `Correggi «${testo}»`,
  togli: 'Togli',
  togliDi: (testo: string) => `Togli «${testo}»`,
  tipo: 'Che cosa',
  tipi: { allergia: 'Allergia', rischio: 'Rischio', salute: 'Salute', altro: 'Attenzione' } as Readonly<
    Record<string, string>
  >,
  /** in a label */
  inParole: (tipo: string, testo: string) => `${tipo}: ${testo}`,
  testo: 'Avvertenza',
  testoCosa: 'In poche parole, per chi è di turno: «penicillina», «celiaco», «rischio di caduta».',
  manca: 'Scrivere l’avvertenza.',
  dal: 'Dal',
  al: 'Fino al',
  alCosa: 'Vuoto: finché non si toglie.',
  salvata: 'Avvertenza salvata.',
  tolta: 'Avvertenza tolta.',
  finita: (giorno: string) => `finita il ${giorno}`,
  dalGiorno: (giorno: string) => `dal ${giorno}`,
  fino: (dal: string, al: string) => `dal ${dal} al ${al}`,
};
