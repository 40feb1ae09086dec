import { testi } from '../testi/index.ts';
import css from './accesso.module.css';
import { LUNGHEZZA_MINIMA, useForza } from './forza-password.ts';

const t = testi.accesso;

/** Length and strength while typing, in words. `chi`: the name of whose it is. */
export function AiutoPassword({ password, chi }: { password: string; chi?: string }) {
  const forza = useForza(password, chi);
  const testo =
    password === '' || forza === null
      ? t.passwordCosa
      : forza === 'corta'
        ? t.mancano(LUNGHEZZA_MINIMA - password.length)
        : { debole: t.debole, discreta: t.discreta, forte: t.forte }[forza];
  return (
    <div className={css['aiuto']} data-forza={password === '' ? undefined : (forza ?? undefined)}>
      <span className={css['misura']} aria-hidden>
        <i />
        <i />
        <i />
      </span>
      <span role="status">{testo}</span>
    </div>
  );
}
