/** The persons around a guest. */
export const contatti = {
  titolo: 'Persone di riferimento',
  nessuno: 'Nessuna registrata.',
  aggiungi: 'Aggiungi…',
  aggiungiTitolo: 'Una persona di riferimento',
  legame: 'Chi è per l’ospite',
  legameCosa: 'Per esempio: madre, tutore, avvocato.',
  nome: 'Nome e cognome',
  telefono: 'Telefono',
  riservato: 'Sotto codice',
  riservatoCosa:
    'Nel registro resta un codice; nome e telefono li aprono il responsabile e il sanitario, con un motivo.',
  mancaLegame: 'Scrivere chi è per l’ospite.',
  mancaNome: 'Scrivere il nome.',
  aggiunto: 'Persona di riferimento aggiunta.',
  togli: 'Togli',
  togliDi: (legame: string) => `Togli ${legame}`,
  tolto: 'Persona di riferimento tolta.',
  apri: 'Apri',
  apriDi: (codice: string) => `Apri il nome di ${codice}`,
  apriTitolo: (codice: string) => `Chi è ${codice}`,
  apriCosa: 'Il motivo resta nel registro, con chi ha aperto e quando.',
};
