import { listPermanenze, type PermanenzaDelRegistro } from '../../db/reads/ingresso.ts';
import type { Scrittura } from '../../db/scrittura.ts';
import { dateDelGruppo } from '../../domain/appuntamento.ts';
import { addGiorni, type Giorno } from '../../domain/giorno.ts';
import { type Contesto, gesto } from '../../electron/services/contesto.ts';
import { getStruttura } from '../../electron/services/struttura.ts';
import { Caso } from './caso.ts';
import { inventaProgetti } from './progetti.ts';

const OPERATORI = [
  ['CONTI Elena', 'educatrice'],
  ['GALLI Pietro', 'educatore'],
  ['FONTANA Lucia', 'psicologa'],
  ['MORETTI Sandro', 'infermiere'],
  ['RIZZI Anna', 'volontaria'],
] as const;

const DIARIO = [
  'Ha partecipato al gruppo del mattino, collaborativo; nel pomeriggio chiede di telefonare a casa.',
  'Colloquio con l’educatore di riferimento: parla del lavoro che vorrebbe riprendere.',
  'Ha dormito poco. Rifiuta la colazione, poi pranza con gli altri.',
  'Turno di cucina senza problemi. In serata discussione breve con un compagno, rientrata.',
  'Rientro dalla visita: referto nella cartellina dei documenti, controllo tra un mese.',
];

/** What the demonstration's registers are made in. */
interface Scena {
  readonly tx: Scrittura;
  readonly caso: Caso;
  readonly strutturaId: string;
  readonly oggi: Giorno;
  readonly presenti: readonly PermanenzaDelRegistro[];
}

/**
 * The days around today of an invented community: who works there, who sleeps where, what is booked, what was written. One
 * gesture, the same people for the same seed.
 */
export function inventaRegistri(ctx: Contesto, codice: string, seme: number): void {
  const strutturaId = getStruttura(ctx.store, codice).id;
  const oggi = ctx.oggi();
  const presenti = listPermanenze(ctx.store, oggi, oggi, strutturaId);
  ctx.store.write(gesto(ctx, 'fogli.import', { struttura: codice, nota: 'dimostrazione' }), (tx) => {
    const scena = { tx, caso: new Caso(seme), strutturaId, oggi, presenti };
    inventaCasa(scena);
    inventaAgenda(scena);
    inventaPersone(scena);
    inventaDiario(scena, ctx);
    // last, so that what was there before stays as it was
    inventaProgetti({ ...scena, operatori: OPERATORI.map(([nome]) => nome) });
  });
}

/** Staff, rooms, who sleeps where. */
function inventaCasa({ tx, strutturaId, presenti }: Scena): void {
  for (const [nome, qualifica] of OPERATORI)
    tx.insert('operatori', { strutturaId, nome, qualifica, dal: '2020-01-01' });
  const stanze = Array.from({ length: Math.ceil(presenti.length / 3) + 1 }, (_, index) =>
    tx.insert('stanze', { strutturaId, nome: `Stanza ${index + 1}`, letti: 3, dal: '2010-01-01' }),
  );
  presenti.forEach((p, index) => {
    const stanzaId = stanze[Math.floor(index / 3)];
    if (stanzaId)
      tx.insert('alloggi', { ingressoId: p.id, dal: p.dataIngresso, stanzaId, letto: String((index % 3) + 1) });
  });
}

/** Visits, meetings, groups of yesterday, today and the days to come. */
function inventaAgenda({ tx, caso, strutturaId, oggi, presenti }: Scena): void {
  const visite = [
    [0, '09:30', 'odontoiatrica', 'Poliambulatorio', true],
    [0, '11:15', 'prelievo', 'Ospedale', false],
    [1, '10:00', 'psichiatrica', 'CPS', true],
    [4, '15:30', 'cardiologica', 'Ospedale', true],
  ] as const;
  for (const [fra, ora, tipo, luogo, accompagnamento] of visite) {
    const { ospiteId } = caso.pick(presenti);
    const accompagnatore = accompagnamento ? caso.pick(OPERATORI)[0] : null;
    const data = addGiorni(oggi, fra);
    tx.insert('visite', {
      ...{ ospiteId, strutturaId, data, ora, tipo, luogo, accompagnamento, accompagnatore },
      stato: 'previsto',
    });
  }
  const incontri = [
    [0, '14:30', 'serd', 'remoto', 'Verifica trimestrale'],
    [1, '16:00', 'uepe', 'presenza', 'Andamento della misura'],
    [-9, '10:30', 'serd', 'presenza', 'Verifica del progetto'],
  ] as const;
  for (const [fra, ora, servizio, modalita, oggetto] of incontri) {
    const data = addGiorni(oggi, fra);
    const stato = fra < 0 ? 'fatto' : 'previsto';
    const id = tx.insert('incontri', { strutturaId, data, ora, servizio, modalita, oggetto, stato });
    tx.setPartecipanti('incontri', id, [caso.pick(presenti).ospiteId]);
  }
  const gruppi = [
    ['Gruppo emozioni', 'gruppo', 1, '10:00'],
    ['Orto', 'ergoterapia', 3, '14:00'],
    ['Cineforum', 'territorio', 5, '20:30'],
  ] as const;
  for (const [titolo, area, giornoSettimana, ora] of gruppi) {
    const settimanale = { giornoSettimana, dal: addGiorni(oggi, -200), al: null };
    const gruppoId = tx.insert('gruppi', {
      ...{ strutturaId, titolo, area, ora, ore: 1.5, operatori: 1, volontari: 0 },
      ...settimanale,
    });
    // two months of them written: what is older is of months closed
    for (const data of dateDelGruppo(settimanale, { dal: addGiorni(oggi, -62), al: addGiorni(oggi, -1) })) {
      const id = tx.insert('attivita', { strutturaId, data, area, titolo, ora, ore: 1.5, operatori: 1, gruppoId });
      const possibili = presenti.filter((p) => p.dataIngresso <= data && caso.chance(0.5));
      tx.setPartecipanti(
        'attivita',
        id,
        possibili.map(({ ospiteId }) => ospiteId),
      );
    }
  }
}

/** What is to be known of some of them, and the measures some are under. */
function inventaPersone({ tx, caso, oggi, presenti, strutturaId }: Scena): void {
  const [uno, due, tre, quattro] = presenti;
  if (!uno || !due || !tre || !quattro) return;
  tx.insert('avvertenze', { ospiteId: uno.ospiteId, tipo: 'allergia', testo: 'Penicillina', dal: uno.dataIngresso });
  tx.insert('avvertenze', {
    ospiteId: due.ospiteId,
    tipo: 'salute',
    testo: 'Diabete, insulina',
    dal: due.dataIngresso,
  });
  tx.insert('avvertenze', {
    ...{ ospiteId: tre.ospiteId, tipo: 'rischio', testo: 'Non esce da solo la sera' },
    dal: addGiorni(oggi, -20),
  });
  const misuraId = tx.insert('misure', {
    ...{ ospiteId: quattro.ospiteId, misura: 'affidamento_in_prova', dal: quattro.dataIngresso },
    ...{ autorita: 'Tribunale di sorveglianza di Brescia', finePena: addGiorni(oggi, 240) },
    prescrizioni: 'Rientro entro le 20; non lascia la provincia senza autorizzazione.',
  });
  tx.insert('udienze', {
    ...{ ospiteId: quattro.ospiteId, misuraId, data: addGiorni(oggi, 13), ora: '09:00', luogo: 'Brescia' },
    autorita: 'Tribunale di sorveglianza',
  });
  tx.insert('contatti', { ospiteId: uno.ospiteId, legame: 'madre', nome: 'Teresa', telefono: '030 000 00 00' });
  tx.insert('promemoria', {
    ...{ strutturaId, ospiteId: due.ospiteId, testo: 'Rinnovo della carta d’identità', entro: addGiorni(oggi, 6) },
  });
  for (const p of presenti) {
    tx.update('ingressi', p.id, {
      caseManager: caso.pick(OPERATORI)[0],
      informativaIl: caso.chance(0.9) ? p.dataIngresso : null,
    });
  }
}

/** What was written in the last days, by who enters. */
function inventaDiario({ tx, caso, strutturaId, oggi, presenti }: Scena, { utente }: Contesto): void {
  const autoreId = utente.accountId ?? '';
  for (let fa = 3; fa >= 0; fa--) {
    for (const ora of ['07:40', '13:50', '21:10']) {
      if (fa === 0 && ora !== '07:40') continue;
      const data = addGiorni(oggi, -fa);
      const { ospiteId } = caso.pick(presenti);
      const base = { strutturaId, data, ora, autoreId, autore: utente.nome };
      tx.insert('diario', { ...base, ospiteId, tipo: 'diario', testo: caso.pick(DIARIO) });
      if (ora === '21:10')
        tx.insert('diario', {
          ...{ ...base, ospiteId: null, tipo: 'consegna', importante: fa === 1 },
          testo:
            fa === 1 ? 'La caldaia perde pressione: chiamare il tecnico in mattinata.' : 'Notte tranquilla prevista.',
        });
    }
  }
}
