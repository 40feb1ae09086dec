import { Button, Drawer, Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { memo, useRef, useState } from 'react';
import type { Giorno } from '../../domain/giorno.ts';
import { avvisa, Riquadro } from '../shell/avvisi.tsx';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { markSaved } from '../shell/salvataggio.ts';
import { testi } from '../testi/index.ts';
import type { Fatto, FormProps, RigaMese } from './form-comune.ts';
import { FormAnnullaDimissione, FormTogli } from './form-conferma.tsx';
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
      readonly tipo: 'dimissione' | 'annulla_dimissione' | 'modulo' | 'correggi' | 'togli';
      readonly riga: RigaMese;
    };

function Campi({ form, ...p }: FormProps & { form: FormIngresso }) {
  switch (form.tipo) {
    case 'nuovo':
      return <FormNuovo {...p} />;
    case 'dimissione':
      return <FormDimissione {...p} riga={form.riga} />;
    case 'annulla_dimissione':
      return <FormAnnullaDimissione {...p} riga={form.riga} />;
    case 'modulo':
      return <FormModulo {...p} riga={form.riga} />;
    case 'correggi':
      return <FormCorreggi {...p} riga={form.riga} />;
    case 'togli':
      return <FormTogli {...p} riga={form.riga} />;
  }
}

/** Saved, with something worth knowing: said before the panel goes. */
function Esito({
  fatto,
  onAltro,
  onChiudi,
}: {
  fatto: Fatto;
  onAltro: (() => void) | undefined;
  onChiudi: () => void;
}) {
  return (
    <div className={css['form']}>
      <Riquadro tono="bene">{fatto.frase}</Riquadro>
      <section>
        <h3>{t.daSapere}</h3>
        <ul className={css['avvisi']}>
          {fatto.avvisi.map((avviso) => (
            <li key={avviso}>{avviso}</li>
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

/** The side panel of the short forms. Closing it with something written asks first. */
export const PannelloIngresso = memo(function PannelloIngresso({ form, struttura, oggi, onChiudi }: Props) {
  const [sporco, setSporco] = useState(false);
  const [chiede, setChiede] = useState(false);
  const [fatto, setFatto] = useState<Fatto | null>(null);
  const [giro, setGiro] = useState(0);
  const prima = useRef<Element | null>(null);
  const navigate = useNavigate();
  const formatNome = useFormatNome();
  const chiudi = (esito: Fatto | null = fatto) => {
    setChiede(false);
    setFatto(null);
    setSporco(false);
    onChiudi();
    // only now: the register takes the focus to the guest
    if (esito?.ingressoId !== undefined) {
      void navigate({ to: '.', search: { ingresso: esito.ingressoId }, replace: true });
    }
  };
  const prova = () => {
    if (!sporco || fatto !== null) return chiudi();
    prima.current = document.activeElement;
    // a moment later: the Escape that asks must not answer too
    setTimeout(() => setChiede(true), 0);
  };
  const continua = () => {
    setChiede(false);
    setTimeout(() => prima.current instanceof HTMLElement && prima.current.focus(), 0);
  };
  const onFatto = (esito: Fatto) => {
    markSaved();
    setSporco(false);
    if (esito.avvisi.length > 0) return setFatto(esito);
    avvisa(esito.frase);
    chiudi(esito);
  };

  const chi = form && form.tipo !== 'nuovo' ? formatNome(form.riga.cognome, form.riga.nome) : null;
  return (
    <>
      <Drawer
        opened={form !== null}
        onClose={prova}
        size={430}
        title={
          form && (
            <span className={css['titolo']}>
              <b>{t.titoli[form.tipo]}</b>
              {chi && <span>{chi}</span>}
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
              onAnnulla={prova}
              onSporco={setSporco}
            />
          ))}
      </Drawer>
      <Modal
        opened={chiede}
        onClose={continua}
        returnFocus={false}
        title={<b>{t.chiudereSenza}</b>}
        zIndex={400}
        closeButtonProps={{ 'aria-label': testi.comune.chiudi }}
      >
        <p className={css['domanda']}>{t.chiudereSenzaCosa}</p>
        <div className={css['bottoni']}>
          <Button data-autofocus onClick={continua}>
            {t.continua}
          </Button>
          <Button variant="default" onClick={() => chiudi()}>
            {t.chiudiSenza}
          </Button>
        </div>
      </Modal>
    </>
  );
});
