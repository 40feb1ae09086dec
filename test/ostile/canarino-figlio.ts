// Opens a store, writes names in it, and dies at once: `cartella password cognome nome`.
import { openStore } from '../../electron/services/sessione.ts';

const [dati = '', password = '', cognome = '', nome = ''] = process.argv.slice(2);
const { store } = await openStore({ dati, password, clock: Date.now });
const [ospite] = store.select('ospiti', 't.deleted_at_ms IS NULL', {});
store.write({ azione: 'prova', accountId: null, utente: 'prova', nota: `${cognome} ${nome}` }, (tx) => {
  tx.update('ospiti', ospite?.id ?? '', { cognome, nome, luogoNascita: `${cognome}, ${nome}` });
});
process.kill(process.pid, 'SIGKILL');
