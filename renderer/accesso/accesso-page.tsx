import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useCommand } from '../api/index.ts';
import { Riquadro } from '../shell/avvisi.tsx';
import type { Sessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import css from './accesso.module.css';
import { CampoPassword } from './campo-password.tsx';

const t = testi.accesso;

/** The store or its keyring is not what it was: going on is by a copy. */
const DANNEGGIATO = new Set([
  ...['archivio.danneggiato', 'archivio.chiave', 'archivio.assente', 'archivio.lettura', 'archivio.migrazione'],
  ...['chiavi.assenti', 'chiavi.danneggiate'],
]);

/** Login: the password, and who when there is more than one account. The error is said under the field. */
export function Accesso({
  sessione,
  onAperto,
  onRipristina,
}: {
  sessione: Sessione;
  onAperto: (sessione: Sessione) => void;
  onRipristina: () => void;
}) {
  const [utente, setUtente] = useState(sessione.accounts[0] ?? '');
  const [password, setPassword] = useState('');
  const [manca, setManca] = useState(false);
  const campo = useRef<HTMLInputElement>(null);
  const open = useCommand('sessione.open');
  useEffect(() => {
    document.title = `${t.entra} · ${testi.comune.approdo}`;
    campo.current?.focus();
  }, []);
  const invia = (e: FormEvent) => {
    e.preventDefault();
    setManca(password === '');
    if (password === '') return campo.current?.focus();
    open
      .mutateAsync(utente === '' ? { password } : { utente, password })
      .then(onAperto)
      .catch(() => campo.current?.select());
  };
  const rotto = open.error && DANNEGGIATO.has(open.error.codice) ? open.error : null;
  const errore = manca ? t.manca.password : rotto ? undefined : open.error?.messaggio;
  return (
    <main className={css['sfondo']}>
      <form className={css['foglio']} data-piccolo onSubmit={invia} noValidate>
        <p className={css['marca']}>{testi.comune.approdo}</p>
        <h1>{sessione.nome ?? t.chiuso}</h1>
        {sessione.accounts.length > 1 ? (
          <NativeSelect
            label={t.chi}
            data={sessione.accounts}
            value={utente}
            onChange={(e) => setUtente(e.currentTarget.value)}
          />
        ) : (
          <p className={css['nota']}>{utente}</p>
        )}
        <CampoPassword
          ref={campo}
          label={t.password}
          autoComplete="current-password"
          value={password}
          onChange={(e) => setPassword(e.currentTarget.value)}
          error={errore}
        />
        {rotto && (
          <Riquadro tono="male">
            <p className={css['primo']}>{rotto.messaggio}</p>
            <p className={css['ultimo']}>
              {testi.copie.danneggiato(rotto.codice.startsWith('chiavi.') ? 'chiavi.json' : 'approdo.db')}
            </p>
            <Button onClick={onRipristina}>{testi.copie.ripristina}</Button>
          </Riquadro>
        )}
        <Button type="submit" loading={open.isPending} size="md" variant={rotto ? 'default' : 'filled'}>
          {t.entra}
        </Button>
        <span role="status" className="visually-hidden">
          {open.isPending ? t.apertura : ''}
        </span>
        {sessione.dimostrazione && <p className={css['demo']}>{testi.shell.dimostrazione}</p>}
      </form>
    </main>
  );
}
