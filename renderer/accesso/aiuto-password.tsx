import { testi } from '../testi/index.ts';
import css from './accesso.module.css';
import { forzaPassword, LUNGHEZZA_MINIMA } from './forza-password.ts';

const t = testi.accesso;

/** Length and strength while typing, in words. */
export function AiutoPassword({ password }: { password: string }) {
  const forza = forzaPassword(password);
  const testo =
    password === ''
      ? t.passwordCosa
      : forza === 'corta'
        ? t.mancano(LUNGHEZZA_MINIMA - password.length)
        : { debole: t.debole, discreta: t.discreta, forte: t.forte }[forza];
  return (
    <div className={css['aiuto']} data-forza={password === '' ? undefined : forza}>
      <span className={css['misura']} aria-hidden>
        <i />
        <i />
        <i />
      </span>
      <span role="status">{testo}</span>
    </div>
  );
}
