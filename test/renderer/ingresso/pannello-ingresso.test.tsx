import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ErroreApprodo } from '../../../domain/errore.ts';
import { type FormIngresso, PannelloIngresso } from '../../../renderer/ingresso/pannello-ingresso.tsx';
import { type Chiamata, mostra, ospita } from '../aiuti/finestra.tsx';
import { grigliaMese, rigaMese } from '../presenze/mese-di-prova.ts';

const STRUTTURE = ['CASA00', 'CASA01'].map((codice) => ({
  id: codice,
  codice,
  nome: `Casa ${codice.at(-1)}`,
  tipo: 'CT',
  utenza: null,
  comune: null,
  provincia: null,
  primoMese: null,
  ultimoMese: null,
  moduli: [
    { id: `${codice}-TR`, codice: `${codice}-TR`, nome: 'Terapeutico', tipologia: 'TR', conta: 'adulti', posti: [] },
  ],
}));
const LISTE = {
  sesso: [
    { voce: 'M', etichetta: 'Maschio' },
    { voce: 'F', etichetta: 'Femmina' },
    { voce: 'T', etichetta: 'Trans / altro' },
  ],
  esito: [
    { voce: 'concluso', etichetta: 'Progetto concluso' },
    { voce: 'trasferimento_interno', etichetta: 'Trasferimento interno' },
  ],
  destinazione: [{ voce: 'domicilio', etichetta: 'Domicilio proprio' }],
  utenza: [{ voce: 'DUS', etichetta: 'Sostanze' }],
};
const NOTA = {
  id: 'o-nota',
  cognome: 'Verdi',
  nome: 'Bruna',
  sesso: 'F',
  dataNascita: '1980-05-04',
  codiceFiscale: null,
  presenteIn: null,
  ultimaDimissione: '2024-12-01',
};
const RIGA = rigaMese('Rossi');
const INGRESSO = {
  ingressoId: 'rossi',
  ospiteId: 'o-rossi',
  cognome: 'Rossi',
  nome: 'Anna',
  struttura: 'CASA00',
  dataIngresso: '2025-01-01',
  dataDimissione: null,
  esito: null,
  destinazione: null,
  tipoIngresso: null,
  utenza: 'DUS',
  servizioInviante: 'SerD di prova',
  entePagante: null,
  moduli: [{ dal: '2025-01-01', modulo: 'CASA00-TR' }],
};

let chiamate: Chiamata[];
const onChiudi = vi.fn();
const inviato = (nome: string) => chiamate.filter((c) => c.nome === nome).map((c) => c.input);

async function apri(form: FormIngresso, risposte: Parameters<typeof ospita>[0] = {}) {
  onChiudi.mockReset();
  chiamate = ospita({
    'strutture.list': () => STRUTTURE,
    'liste.get': () => LISTE,
    'presenze.getMese': () => grigliaMese([RIGA]),
    'ospiti.search': ({ testo }: { testo: string }) => (testo.startsWith('verd') ? [NOTA] : []),
    'ingressi.get': () => INGRESSO,
    ...risposte,
  });
  await mostra(<PannelloIngresso form={form} struttura="CASA00" oggi="2025-03-21" onChiudi={onChiudi} />);
  await screen.findByRole('dialog');
}

afterEach(cleanup);

describe('Nuovo ingresso', () => {
  test('a new ospite, from the keyboard, first to last', async () => {
    const user = userEvent.setup();
    const avvisi = ['Da completare: titolo di studio.'];
    await apri({ tipo: 'nuovo' }, { 'ingressi.register': () => ({ ingressoId: 'i', ospiteId: 'o', avvisi }) });
    const cognome = screen.getByLabelText('Cognome');
    await waitFor(() => expect(document.activeElement).toBe(cognome));
    await user.keyboard('neri{Tab}carla');
    await user.click(screen.getByLabelText('Femmina'));
    await user.type(screen.getByLabelText('Data di nascita'), '010385');
    await user.type(screen.getByLabelText('Data di ingresso'), 'ieri{Tab}');
    const modulo = await screen.findByRole('option', { name: 'TR, Terapeutico (3 posti liberi su 4)' });
    await user.selectOptions(screen.getByLabelText('Modulo'), modulo);
    await user.click(screen.getByRole('button', { name: 'Registra l’ingresso' }));
    await screen.findByText('Ingresso registrato: NERI Carla, gio 20 mar.');
    expect(screen.getByText('Da completare: titolo di studio.')).toBeTruthy();
    expect(inviato('ingressi.register')).toEqual([
      {
        struttura: 'CASA00',
        ospite: { cognome: 'Neri', nome: 'Carla', sesso: 'F', dataNascita: '1985-03-01', codiceFiscale: null },
        dataIngresso: '2025-03-20',
        modulo: 'CASA00-TR',
        utenza: null,
        servizioInviante: null,
        entePagante: null,
      },
    ]);
  });

  test('someone already in the register is chosen while typing, and is sent by id', async () => {
    const user = userEvent.setup();
    await apri({ tipo: 'nuovo' }, { 'ingressi.register': () => ({ ingressoId: 'i', ospiteId: 'o', avvisi: [] }) });
    await user.type(screen.getByLabelText('Cognome'), 'verd');
    await user.click(
      await screen.findByRole('option', { name: /VERDI Bruna.*nascita 04\/05\/1980, ultima dimissione/ }),
    );
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Data di ingresso')));
    await user.keyboard('20/3');
    await user.click(screen.getByRole('button', { name: 'Registra l’ingresso' }));
    await waitFor(() => expect(onChiudi).toHaveBeenCalled());
    expect(inviato('ingressi.register')).toMatchObject([
      { ospite: { id: 'o-nota' }, dataIngresso: '2025-03-20', modulo: null },
    ]);
  });

  test('a possible duplicate is said, and can be taken', async () => {
    const user = userEvent.setup();
    await apri({ tipo: 'nuovo' });
    await user.type(screen.getByLabelText('Cognome'), 'verdi{Escape}');
    await user.type(screen.getByLabelText('Nome'), 'bruna');
    await screen.findByText(/Forse è già nel registro: VERDI Bruna/);
    await user.click(screen.getByRole('button', { name: 'È la stessa persona' }));
    expect(screen.getByText('Ospite già nel registro')).toBeTruthy();
  });

  test('what is missing is said under its field, and nothing is sent', async () => {
    const user = userEvent.setup();
    await apri({ tipo: 'nuovo' });
    await user.click(screen.getByRole('button', { name: 'Registra l’ingresso' }));
    for (const frase of ['Scrivere il cognome.', 'Scrivere il nome.', 'Scegliere il sesso.']) {
      expect(await screen.findByText(frase)).toBeTruthy();
    }
    expect(inviato('ingressi.register')).toEqual([]);
  });

  test('Esc with something written asks first; going on, what was written is still there', async () => {
    const user = userEvent.setup();
    await apri({ tipo: 'nuovo' });
    await user.type(screen.getByLabelText('Nome'), 'Carla');
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Continua a scrivere' }));
    expect(onChiudi).not.toHaveBeenCalled();
    expect(screen.getByLabelText('Nome')).toHaveProperty('value', 'Carla');
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Chiudi senza salvare' }));
    expect(onChiudi).toHaveBeenCalledOnce();
  });

  test('Esc with nothing written closes', async () => {
    const user = userEvent.setup();
    await apri({ tipo: 'nuovo' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(onChiudi).toHaveBeenCalledOnce());
  });
});

describe('Dimissione', () => {
  test('date and outcome; a transfer opens the other struttura and its moduli', async () => {
    const user = userEvent.setup();
    const register = () => ({ avvisi: ['Tolti 2 codici.'], codiciTolti: 2 });
    await apri({ tipo: 'dimissione', riga: RIGA }, { 'dimissioni.register': register });
    await user.type(await screen.findByLabelText('Data di dimissione'), '15/3');
    await user.selectOptions(screen.getByLabelText('Esito'), 'Trasferimento interno');
    await user.selectOptions(screen.getByLabelText('Verso quale struttura'), 'Casa 1');
    await user.selectOptions(await screen.findByLabelText('Modulo di arrivo'), 'CASA01-TR');
    await user.click(screen.getByRole('button', { name: 'Registra la dimissione' }));
    await screen.findByText('Tolti 2 codici.');
    expect(inviato('dimissioni.register')).toEqual([
      {
        ingressoId: 'rossi',
        dataDimissione: '2025-03-15',
        esito: 'trasferimento_interno',
        destinazione: null,
        versoStruttura: 'CASA01',
        versoModulo: 'CASA01-TR',
      },
    ]);
  });

  test('the host’s refusal is said in the form, which stays as it is', async () => {
    const user = userEvent.setup();
    const register = () => {
      throw new ErroreApprodo('mese.chiuso', 'Il mese di marzo 2025 è chiuso.');
    };
    await apri({ tipo: 'dimissione', riga: RIGA }, { 'dimissioni.register': register });
    await user.type(await screen.findByLabelText('Data di dimissione'), '15/3');
    await user.click(screen.getByRole('button', { name: 'Registra la dimissione' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Il mese di marzo 2025 è chiuso.');
    expect(screen.getByLabelText('Data di dimissione')).toHaveProperty('value', '15/03/2025');
  });
});

test('Correggi l’ingresso starts from what is recorded', async () => {
  const user = userEvent.setup();
  await apri({ tipo: 'correggi', riga: RIGA }, { 'ingressi.correct': () => ({ avvisi: [], codiciTolti: 3 }) });
  const data = await screen.findByLabelText('Data di ingresso');
  expect(data).toHaveProperty('value', '01/01/2025');
  expect(screen.getByLabelText('Servizio inviante')).toHaveProperty('value', 'SerD di prova');
  await user.clear(data);
  await user.type(data, '5/1/2025');
  await user.click(screen.getByRole('button', { name: 'Salva la correzione' }));
  await screen.findByText(/3 codici sono rimasti fuori dalla permanenza/);
  expect(inviato('ingressi.correct')).toMatchObject([
    { ingressoId: 'rossi', dataIngresso: '2025-01-05', utenza: 'DUS' },
  ]);
});

test('Togli l’ingresso wants a reason', async () => {
  const user = userEvent.setup();
  await apri({ tipo: 'togli', riga: RIGA }, { 'ingressi.remove': () => ({}) });
  await user.click(screen.getByRole('button', { name: 'Togli l’ingresso' }));
  expect(await screen.findByText('Scrivere il motivo.')).toBeTruthy();
  await user.type(screen.getByLabelText('Motivo'), 'registrato due volte');
  await user.click(screen.getByRole('button', { name: 'Togli l’ingresso' }));
  await waitFor(() => expect(onChiudi).toHaveBeenCalled());
  expect(inviato('ingressi.remove')).toEqual([{ ingressoId: 'rossi', motivo: 'registrato due volte' }]);
});

test('Cambia modulo and Annulla la dimissione say what they do', async () => {
  const user = userEvent.setup();
  await apri({ tipo: 'modulo', riga: RIGA }, { 'ingressi.changeModulo': () => ({ avvisi: [] }) });
  expect(screen.getByText('Adesso: CASA00-TR, dal mer 1 gen.')).toBeTruthy();
  await user.type(screen.getByLabelText('Dal giorno'), 'oggi');
  await user.click(screen.getByRole('button', { name: 'Cambia modulo' }));
  expect(await screen.findByText('Scegliere il modulo.')).toBeTruthy();
  cleanup();
  await apri(
    { tipo: 'annulla_dimissione', riga: rigaMese('Rossi', { dataDimissione: '2025-03-15' }) },
    { 'dimissioni.cancel': () => ({ avvisi: [] }) },
  );
  expect(screen.getByText(/ROSSI Anna torna presente: la dimissione del sab 15 mar/)).toBeTruthy();
});
