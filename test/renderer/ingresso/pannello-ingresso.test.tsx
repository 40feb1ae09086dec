import { notifications } from '@mantine/notifications';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ErroreApprodo } from '../../../domain/errore.ts';
import { useTastoAnnulla } from '../../../renderer/form/salvato.tsx';
import { type FormIngresso, PannelloIngresso } from '../../../renderer/ingresso/pannello-ingresso.tsx';
import { type Chiamata, mostra, ospita } from '../aiuti/finestra.tsx';
import { sessione } from '../aiuti/sessione.ts';
import { grigliaMese, rigaMese } from '../presenze/mese-di-prova.ts';

const STRUTTURE = ['CASA00', 'CASA01'].map((codice) => ({
  id: codice,
  codice,
  nome: `Casa ${codice.at(-1)}`,
  tipo: 'CT',
  utenza: null,
  ...{ ats: null, indirizzo: null, cap: null, comune: null, provincia: null, telefono: null, dal: null, al: null },
  primoMese: null,
  ultimoMese: null,
  moduli: [
    {
      ...{ id: `${codice}-TR`, codice: `${codice}-TR`, nome: 'Terapeutico', tipologia: 'TR', conta: 'adulti' },
      ...{ dal: null, al: null, posti: [] },
    },
    {
      ...{ id: `${codice}-PR`, codice: `${codice}-PR`, nome: 'Pronta', tipologia: 'PR', conta: 'adulti' },
      ...{ dal: null, al: '2024-12-31', posti: [] },
    },
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
    'sessione.get': () => sessione(),
    'sospesi.get': () => null,
    'sospesi.save': () => ({}),
    'sospesi.remove': () => ({}),
    'ospiti.search': ({ testo }: { testo: string }) => (testo.startsWith('verd') ? [NOTA] : []),
    'ingressi.get': () => INGRESSO,
    ...risposte,
  });
  await mostra(<Finestra form={form} />);
  await screen.findByRole('dialog');
}

/** The window around the panel: its one key, and a way out of the page. */
function Finestra({ form }: { form: FormIngresso }) {
  useTastoAnnulla();
  const [altrove, setAltrove] = useState(false);
  if (altrove) return null;
  return (
    <>
      <button type="button" onClick={() => setAltrove(true)} aria-label="altrove" style={{ pointerEvents: 'auto' }} />
      <PannelloIngresso form={form} struttura="CASA00" oggi="2025-03-21" onChiudi={onChiudi} />
    </>
  );
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
    // closed before that day: not offered
    expect(screen.queryByRole('option', { name: /Pronta/ })).toBeNull();
    await user.selectOptions(screen.getByLabelText('Modulo'), modulo);
    await user.click(screen.getByRole('button', { name: 'Registra l’ingresso' }));
    await screen.findByText('Ingresso registrato: NERI Carla, gio 20 mar.');
    expect(screen.getByText('Da completare: titolo di studio.')).toBeTruthy();
    expect(inviato('ingressi.register')).toEqual([
      {
        struttura: 'CASA00',
        ospite: {
          ...{ cognome: 'Neri', nome: 'Carla', sesso: 'F', dataNascita: '1985-03-01', codiceFiscale: null },
          ...{ luogoNascita: null, luogoNascitaCodice: null, cittadinanza: null, tipoIdentificativo: null },
          ...{ identificativoDal: null, residenza: null, telefono: null, identitaDaConfermare: false },
        },
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
    const perche = 'cognome e nome simili';
    await apri({ tipo: 'nuovo' }, { 'ospiti.listSimili': () => [{ ...NOTA, perche }] });
    await user.type(screen.getByLabelText('Cognome'), 'verdi{Escape}');
    await user.type(screen.getByLabelText('Nome'), 'bruna');
    await screen.findByText(/VERDI Bruna, nascita 04\/05\/1980.*: cognome e nome simili\./);
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

  test('Esc with something written closes without asking: it is kept, and who is chosen with it', async () => {
    const user = userEvent.setup();
    await apri({ tipo: 'nuovo' });
    await user.type(screen.getByLabelText('Cognome'), 'verd');
    await user.click(await screen.findByRole('option', { name: /VERDI Bruna/ }));
    await user.type(await screen.findByLabelText('Data di ingresso'), '20/3');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(onChiudi).toHaveBeenCalledOnce());
    cleanup();
    const [tenuto] = inviato('sospesi.save').slice(-1) as [{ chiave: string; dati: string }];
    expect(tenuto.chiave).toBe('ingresso-breve:CASA00');
    await apri({ tipo: 'nuovo' }, { 'sospesi.get': () => ({ dati: tenuto.dati, atMs: Date.now() }) });
    await screen.findByText(/Ripreso quello che era rimasto da salvare/);
    expect(screen.getByText('VERDI Bruna')).toBeTruthy();
    expect(screen.getByLabelText('Data di ingresso')).toHaveProperty('value', '20/3');
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
    const register = () => ({ avvisi: ['Tolti 2 codici.'], codiciTolti: 2, voce: 7, contese: [] });
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
        prima: { dataDimissione: null, esito: null },
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
  await apri(
    { tipo: 'correggi', riga: RIGA },
    { 'ingressi.correct': () => ({ avvisi: [], codiciTolti: 3, voce: null, contese: [] }) },
  );
  const data = await screen.findByLabelText('Data di ingresso');
  expect(data).toHaveProperty('value', '01/01/2025');
  expect(screen.getByLabelText('Servizio inviante')).toHaveProperty('value', 'SerD di prova');
  await user.clear(data);
  await user.type(data, '5/1/2025');
  await user.click(screen.getByRole('button', { name: 'Salva la correzione' }));
  await screen.findByText(/3 codici sono rimasti fuori dalla permanenza/);
  // only what was touched, with what was seen: the rest is somebody else's to change
  expect(inviato('ingressi.correct')).toEqual([
    { ingressoId: 'rossi', dataIngresso: '2025-01-05', prima: { dataIngresso: '2025-01-01' } },
  ]);
});

test('Togli l’ingresso wants a reason', async () => {
  const user = userEvent.setup();
  await apri({ tipo: 'togli', riga: RIGA }, { 'ingressi.remove': () => ({ voce: 9 }) });
  await user.click(screen.getByRole('button', { name: 'Togli l’ingresso' }));
  expect(await screen.findByText('Scrivere il motivo.')).toBeTruthy();
  await user.type(screen.getByLabelText('Motivo'), 'registrato due volte');
  await user.click(screen.getByRole('button', { name: 'Togli l’ingresso' }));
  await waitFor(() => expect(onChiudi).toHaveBeenCalled());
  expect(inviato('ingressi.remove')).toEqual([{ ingressoId: 'rossi', motivo: 'registrato due volte' }]);
});

test('Cambia modulo and Riapri la permanenza say what they do', async () => {
  const user = userEvent.setup();
  await apri({ tipo: 'modulo', riga: RIGA }, { 'ingressi.changeModulo': () => ({ avvisi: [] }) });
  expect(screen.getByText('Adesso: CASA00-TR, dal mer 1 gen.')).toBeTruthy();
  await user.type(screen.getByLabelText('Dal giorno'), 'oggi');
  await user.click(screen.getByRole('button', { name: 'Cambia modulo' }));
  expect(await screen.findByText('Scegliere il modulo.')).toBeTruthy();
  cleanup();
  await apri(
    { tipo: 'riapertura', riga: rigaMese('Rossi', { dataDimissione: '2025-03-15' }) },
    {
      'dimissioni.reopen': () => ({ avvisi: [] }),
      'dimissioni.get': () => ({ famiglia: [{ ...ROSSI_FIGLIO, dataDimissione: '2025-03-15' }] }),
    },
  );
  expect(screen.getByText(/ROSSI Anna torna presente: la dimissione del sab 15 mar/)).toBeTruthy();
  await user.click(await screen.findByLabelText('Riapri anche il nucleo: ROSSI Leo'));
  await user.click(screen.getByRole('button', { name: 'Riapri la permanenza' }));
  expect(await screen.findByText('Scrivere il motivo.')).toBeTruthy();
  await user.type(screen.getByLabelText('Motivo'), 'rientrata la sera');
  await user.click(screen.getByRole('button', { name: 'Riapri la permanenza' }));
  await waitFor(() => expect(onChiudi).toHaveBeenCalled());
  expect(inviato('dimissioni.reopen')).toEqual([{ ingressoId: 'rossi', motivo: 'rientrata la sera', insieme: [] }]);
});

const ROSSI_FIGLIO = { ingressoId: 'leo', ospiteId: 'o-leo', cognome: 'Rossi', nome: 'Leo' };

describe('saved, with something worth knowing', () => {
  const register = () => ({ avvisi: ['Tolti 2 codici.'], codiciTolti: 2, voce: 7, contese: [] });
  const dimetti = async (user: ReturnType<typeof userEvent.setup>) => {
    notifications.clean();
    await apri({ tipo: 'dimissione', riga: RIGA }, { 'dimissioni.register': register, 'modifiche.undo': () => ({}) });
    await user.type(await screen.findByLabelText('Data di dimissione'), '15/3');
    await user.click(screen.getByRole('button', { name: 'Registra la dimissione' }));
    await screen.findByText('Tolti 2 codici.');
  };

  test('Ctrl+Z undoes it while the panel still says so, and the panel goes', async () => {
    const user = userEvent.setup();
    await dimetti(user);
    await user.keyboard('{Control>}z{/Control}');
    await screen.findByText(/^Annullato: è tutto come prima/);
    expect(inviato('modifiche.undo')).toEqual([{ voce: 7 }]);
    expect(onChiudi).toHaveBeenCalledOnce();
  });

  test('the page left with the panel open: the notice that undoes it is there', async () => {
    const user = userEvent.setup();
    await dimetti(user);
    expect(screen.getAllByRole('button', { name: 'Annulla (Ctrl+Z)' })).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'altrove' }));
    await user.click(await screen.findByRole('button', { name: 'Annulla (Ctrl+Z)' }));
    await screen.findByText(/^Annullato: è tutto come prima/);
    expect(inviato('modifiche.undo')).toEqual([{ voce: 7 }]);
  });
});
