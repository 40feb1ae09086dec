import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useCommand } from '../api/index.ts';
import { PasswordDimenticata } from '../recupero/password-dimenticata.tsx';
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

interface Props {
  sessione: Sessione;
  /** who was in last, proposed first */
  ultimo?: string | null;
  /** somebody else is about to enter: who, before the password */
  cambia?: boolean;
  onAperto: (sessione: Sessione) => void;
  onRipristina: () => void;
}

/** Login: the password, and who when there is more than one account; the way out when the password is forgotten. */
export function Accesso(p: Props) {
  const [dimenticata, setDimenticata] = useState(false);
  useEffect(() => {
    document.title = `${t.entra} · ${testi.comune.approdo}`;
  }, []);
  return (
    <main className={css['sfondo']}>
      <div className={css['foglio']} data-piccolo>
        <p className={css['marca']}>{testi.comune.approdo}</p>
        {dimenticata ? (
          <PasswordDimenticata onAperto={p.onAperto} onIndietro={() => setDimenticata(false)} />
        ) : (
          <Entra {...p} onDimenticata={() => setDimenticata(true)} />
        )}
        {p.sessione.dimostrazione && <p className={css['demo']}>{testi.shell.dimostrazione}</p>}
      </div>
    </main>
  );
}

/** The error is said under the field. */
function Entra({
  sessione,
  ultimo,
  cambia,
  onAperto,
  onRipristina,
  onDimenticata,
}: Props & { onDimenticata: () => void }) {
  const { accounts } = sessione;
  const [scelto, setUtente] = useState<string | null>(null);
  const proposto = accounts.find((nome) => nome === ultimo) ?? accounts[0] ?? '';
  const utente = scelto !== null && accounts.includes(scelto) ? scelto : proposto;
  const [password, setPassword] = useState('');
  const [manca, setManca] = useState(false);
  const campo = useRef<HTMLInputElement>(null);
  const chi = useRef<HTMLSelectElement>(null);
  const open = useCommand('sessione.open');
  useEffect(() => (cambia && chi.current ? chi.current.focus() : campo.current?.focus()), [cambia]);
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
    <form className={css['entra']} onSubmit={invia} noValidate>
      <h1>{sessione.nome ?? t.chiuso}</h1>
      {accounts.length > 1 ? (
        <NativeSelect
          ref={chi}
          label={t.chi}
          data={accounts}
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
      <Button variant="subtle" onClick={onDimenticata}>
        {testi.recupero.dimenticata}
      </Button>
    </form>
  );
}
