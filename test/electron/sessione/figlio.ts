// A second Approdo, as a process of its own. Says one line of JSON when it is done, then waits to be killed.

import { openStore } from '../../../electron/services/sessione.ts';
import { createStore } from '../../../electron/services/sessione-nuova.ts';

const [azione, dati, password] = process.argv.slice(2) as [string, string, string];
try {
  const archivio =
    azione === 'crea'
      ? await createStore({ dati, password, ruolo: 'comunita', utente: 'Anna', clock: Date.now })
      : await openStore({ dati, password, clock: Date.now });
  process.stdout.write(`${JSON.stringify({ ok: true, utente: archivio.utente.nome })}\n`);
  setInterval(() => undefined, 1000);
} catch (error) {
  process.stdout.write(
    `${JSON.stringify({ ok: false, codice: (error as { codice?: string }).codice, error: String(error) })}\n`,
  );
}
