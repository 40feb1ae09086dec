import { onTestFinished } from 'vitest';
import type { Input, NomeEndpoint, Output } from '../../../electron/contract/index.ts';
import { Dispatcher } from '../../../electron/ipc/dispatch.ts';
import { Host } from '../../../electron/ipc/host.ts';
import { PASSWORD } from '../cartella-prova.ts';

/** One installation as a program people use serves it, copies included; the clock and today are the test's. */
export interface Casa {
  readonly host: Host;
  readonly dati: string;
  setGiorno(giorno: string): void;
  call<N extends NomeEndpoint>(nome: N, input: Input<N>): Promise<Output<N>>;
  /** a day registered: something that a copy is worth */
  registra(codice: string): Promise<void>;
  registraIn(mese: string, codice: string): Promise<void>;
}

/** @param dati a folder of the test's own */
export function apriCasa(dati: string, tipo: 'loopback' | 'cli' = 'loopback'): Casa {
  let oggi = '2025-03-10';
  const clock = () => Date.parse(`${oggi}T18:40:00`);
  const host = new Host({ dati, host: tipo, oggi: () => oggi, clock, copie: true, attendi: async () => {} });
  const dispatcher = new Dispatcher(host, { write: () => {} });
  onTestFinished(() => dispatcher.close());
  const call = async <N extends NomeEndpoint>(nome: N, input: Input<N>): Promise<Output<N>> => {
    const risposta = await dispatcher.call(nome, input);
    if (!risposta.ok) throw Object.assign(new Error(risposta.errore.messaggio), risposta.errore);
    return risposta.valore as Output<N>;
  };
  const registraIn = async (mese: string, codice: string) => {
    const { righe } = await call('presenze.getMese', { struttura: 'CASA00', mese });
    const ingressoId = righe[0]?.ingressoId ?? '';
    const cambi = [{ ingressoId, giorno: `${mese}-01`, codice }];
    await call('presenze.register', { struttura: 'CASA00', mese, gesto: 'cella', cambi });
  };
  return {
    ...{ host, dati, call },
    setGiorno: (giorno) => {
      oggi = giorno;
    },
    registra: (codice) => registraIn('2025-03', codice),
    registraIn,
  };
}

/** A new community with one guest. */
export async function nuovaCasa(dati: string): Promise<Casa> {
  const casa = apriCasa(dati);
  const struttura = { codice: 'CASA00', nome: 'Casa Aurora' };
  await casa.call('sessione.create', { ruolo: 'comunita', password: PASSWORD, utente: 'Anna', struttura });
  await casa.call('moduli.save', {
    ...{ struttura: 'CASA00', codice: 'CASA00-TR', nome: 'TR', tipologia: 'TR', conta: 'adulti' },
    ...{ validoDal: '2020-01-01', accreditati: 5, disponibili: 4 },
  });
  await casa.call('ingressi.register', {
    struttura: 'CASA00',
    ospite: { cognome: 'Zorzi', nome: 'Nives', sesso: 'F', dataNascita: '1985-03-01' },
    dataIngresso: '2025-03-01',
    modulo: 'CASA00-TR',
  });
  return casa;
}

/** Locks, waits for the copies of the closing, and enters again. */
export async function rientra(casa: Casa, giorno?: string): Promise<void> {
  await casa.call('sessione.lock', {});
  await casa.host.waitCopie();
  if (giorno !== undefined) casa.setGiorno(giorno);
  await casa.call('sessione.open', { password: PASSWORD });
  await casa.host.waitCopie();
}
