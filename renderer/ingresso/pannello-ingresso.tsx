import { Button, Drawer } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { memo, useState } from 'react';
import type { Giorno } from '../../domain/giorno.ts';
import { AvvertenzeDi } from '../avvertenza/avvertenze-di.tsx';
import { SalvatoQui, useSalvato } from '../form/salvato.tsx';
import { useTestoDiscreto } from '../pannello/testo-discreto.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import type { Fatto, FormProps, RigaMese } from './form-comune.ts';
import { FormRiapertura, FormTogli, type PermanenzaChiusa } from './form-conferma.tsx';
import { FormCorreggi } from './form-correggi.tsx';
import { FormDimissione } from './form-dimissione.tsx';
import { FormModulo } from './form-modulo.tsx';
import { FormNuovo } from './form-nuovo.tsx';
import css from './ingresso.module.css';

const t = testi.ingresso;

/** Which short form is open, and about whom. */
export type FormIngresso =
  | { readonly tipo: 'nuovo' }
  | {
      readonly tipo: 'dimissione' | 'modulo' | 'correggi' | 'togli';
      readonly riga: RigaMese;
    }
  | { readonly tipo: 'riapertura'; readonly riga: PermanenzaChiusa };

function Campi({ form, ...p }: FormProps & { form: FormIngresso }) {
  switch (form.tipo) {
    case 'nuovo':
      return <FormNuovo {...p} />;
    case 'dimissione':
      return <FormDimissione {...p} riga={form.riga} />;
    case 'riapertura':
      return <FormRiapertura {...p} riga={form.riga} />;
    case 'modulo':
      return <FormModulo {...p} riga={form.riga} />;
    case 'correggi':
      return <FormCorreggi {...p} riga={form.riga} />;
    case 'togli':
      return <FormTogli {...p} riga={form.riga} />;
  }
}

interface PropsEsito {
  fatto: Fatto;
  onAltro: (() => void) | undefined;
  onChiudi: () => void;
  /** the register changed again: it was undone with one key, and there is nothing left to know */
  onSuperato: () => void;
}

/** Saved, with something worth knowing: said before the panel goes. */
function Esito({ fatto, onAltro, onChiudi, onSuperato }: PropsEsito) {
  const scrivi = useTestoDiscreto();
  return (
    <div className={css['form']}>
      <SalvatoQui frase={fatto.frase} voce={fatto.voce ?? null} onSuperato={onSuperato} />
      <section>
        <h3>{t.daSapere}</h3>
        <ul className={css['avvisi']}>
          {fatto.avvisi.map((avviso) => (
            <li key={avviso}>{scrivi(avviso)}</li>
          ))}
        </ul>
      </section>
      <div className={css['bottoni']}>
        <Button onClick={onChiudi} autoFocus>
          {testi.comune.chiudi}
        </Button>
        {onAltro && (
          <Button variant="default" onClick={onAltro}>
            {t.unAltro}
          </Button>
        )}
      </div>
    </div>
  );
}

interface Props {
  form: FormIngresso | null;
  struttura: string;
  oggi: Giorno;
  onChiudi: () => void;
}

/** The side panel of the short forms. What is written is kept: closing never asks, opening again brings it back. */
export const PannelloIngresso = memo(function PannelloIngresso({ form, struttura, oggi, onChiudi }: Props) {
  const [fatto, setFatto] = useState<Fatto | null>(null);
  const [giro, setGiro] = useState(0);
  const navigate = useNavigate();
  const formatNome = useFormatNome();
  const detto = useSalvato();
  const esci = () => {
    setFatto(null);
    onChiudi();
  };
  const chiudi = (esito: Fatto | null = fatto) => {
    esci();
    // only now: the register takes the focus to the guest
    if (esito?.ingressoId !== undefined) {
      void navigate({ to: '.', search: { ingresso: esito.ingressoId }, replace: true });
    }
  };
  const onFatto = (esito: Fatto) => {
    if (esito.avvisi.length > 0) return setFatto(esito);
    detto(esito.frase, { voce: esito.voce ?? null, avvisi: [] });
    chiudi(esito);
  };

  const chi = form && form.tipo !== 'nuovo' ? formatNome(form.riga.cognome, form.riga.nome) : null;
  return (
    <Drawer
      opened={form !== null}
      onClose={() => chiudi()}
      size={430}
      title={
        form && (
          <span className={css['titolo']}>
            <b>{t.titoli[form.tipo]}</b>
            {chi && <span className={css['chi']}>{chi}</span>}
            {form.tipo !== 'nuovo' && <AvvertenzeDi ospiti={[form.riga.ospiteId]} />}
          </span>
        )
      }
      closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
      returnFocus={false}
    >
      {form &&
        (fatto ? (
          <Esito
            fatto={fatto}
            onChiudi={() => chiudi()}
            onSuperato={esci}
            onAltro={
              form.tipo === 'nuovo'
                ? () => {
                    setFatto(null);
                    setGiro((g) => g + 1);
                  }
                : undefined
            }
          />
        ) : (
          <Campi
            key={giro}
            form={form}
            struttura={struttura}
            oggi={oggi}
            onFatto={onFatto}
            onAnnulla={() => chiudi()}
          />
        ))}
    </Drawer>
  );
});
