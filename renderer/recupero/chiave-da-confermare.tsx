import { Button } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import css from '../accesso/accesso.module.css';
import { CampoPassword } from '../accesso/campo-password.tsx';
import { useCommand } from '../api/index.ts';
import type { Sessione } from '../shell/sessione.ts';
import { testi } from '../testi/index.ts';
import { CampoChiave } from './campo-chiave.tsx';
import { ChiaveNuova } from './chiave-nuova.tsx';
import recupero from './recupero.module.css';

const t = testi.recupero;

interface Props {
  sessione: Sessione;
  /** the key, when it was made just now */
  chiave: string | null;
  onFatto: () => void;
  onRimanda: () => void;
}

/** The key typed from the paper. */
function HoFoglio({ onFatto }: { onFatto: () => void }) {
  const [chiave, setChiave] = useState('');
  const conferma = useCommand('recupero.confirm');
  const invia = (e: FormEvent) => {
    e.preventDefault();
    conferma.mutate({ chiave }, { onSuccess: onFatto });
  };
  return (
    <form className={recupero['passi']} onSubmit={invia} noValidate>
      <h2>{t.hoFoglio}</h2>
      <CampoChiave
        value={chiave}
        onChange={(e) => setChiave(e.currentTarget.value)}
        error={conferma.error?.messaggio}
      />
      <div>
        <Button type="submit" variant="default" loading={conferma.isPending}>
          {t.confermaChiave}
        </Button>
      </div>
    </form>
  );
}

/** A new key, in place of the one nobody has. */
export function FaiNuova({ onNuova }: { onNuova: (chiave: string) => void }) {
  const [password, setPassword] = useState('');
  const rinnova = useCommand('recupero.renew');
  const invia = (e: FormEvent) => {
    e.preventDefault();
    rinnova.mutate({ password }, { onSuccess: ({ chiave }) => onNuova(chiave) });
  };
  return (
    <form className={recupero['passi']} onSubmit={invia} noValidate>
      <p className={recupero['tenue']}>{t.faiNuovaCosa}</p>
      <CampoPassword
        label={testi.accesso.password}
        description={t.passwordCosa}
        autoComplete="current-password"
        value={password}
        onChange={(e) => setPassword(e.currentTarget.value)}
        error={rinnova.error?.messaggio}
        data-autofocus
      />
      <div>
        <Button type="submit" loading={rinnova.isPending}>
          {t.faiNuova}
        </Button>
      </div>
    </form>
  );
}

/** Between the door and the register: nobody has shown yet to have the recovery key on paper. */
export function ChiaveDaConfermare({ sessione, chiave, onFatto, onRimanda }: Props) {
  const [fatta, setFatta] = useState<string | null>(null);
  const mostrata = chiave ?? fatta;
  const assente = sessione.recupero === 'assente';
  const titolo = mostrata ? t.nuovaTitolo : assente ? t.assente : t.daConfermare;
  useEffect(() => {
    document.title = `${titolo} · ${testi.comune.approdo}`;
  }, [titolo]);
  return (
    <main className={css['sfondo']}>
      <div className={css['foglio']}>
        <p className={css['marca']}>{testi.comune.approdo}</p>
        <h1>{titolo}</h1>
        {mostrata ? (
          <ChiaveNuova
            chiave={mostrata}
            nome={sessione.nome ?? ''}
            oggi={sessione.oggi}
            fine={t.entra}
            onFatto={onFatto}
          />
        ) : (
          <>
            <p className={css['nota']}>{assente ? t.assenteCosa : t.daConfermareCosa}</p>
            {!assente && <HoFoglio onFatto={onFatto} />}
            <h2>{t.faiNuova}</h2>
            <FaiNuova onNuova={setFatta} />
            <Button variant="subtle" onClick={onRimanda}>
              {t.piuTardi}
            </Button>
          </>
        )}
      </div>
    </main>
  );
}
