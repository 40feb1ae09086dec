import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Giorno, Mese } from '../../domain/giorno.ts';
import { sezioneDelCampo } from './salto-campo.ts';

/** What is missing, of whom, when: enough to open the very field. */
export interface DoveManca {
  readonly campo: string | undefined;
  readonly ospiteId: string | null;
  readonly ingressoId: string | null;
  readonly giorno: Giorno | null;
  readonly struttura: string;
  readonly mese: Mese;
}

const DELL_AGENDA: ReadonlySet<string> = new Set(['visite', 'incontri', 'attivita']);

interface Props {
  dove: DoveManca;
  className?: string | undefined;
  'aria-label'?: string;
  children: ReactNode;
}

/** To where something is put right: the agenda of the day, the dimissione, the field of the guest's page, else the register. */
export function Salto({ dove, className, ...resto }: Props) {
  const { campo, ospiteId, ingressoId, giorno, struttura, mese } = dove;
  const link = { ...resto, ...(className === undefined ? {} : { className }) };
  if (campo === 'dimissione' && ingressoId !== null)
    return <Link to="/dimissione/$ingresso" params={{ ingresso: ingressoId }} {...link} />;
  if (campo !== undefined && DELL_AGENDA.has(campo) && giorno !== null)
    return <Link to="/agenda/$struttura" params={{ struttura }} search={{ giorno, vista: 'giorno' }} {...link} />;
  const sezione = sezioneDelCampo(campo);
  if (campo !== undefined && sezione !== undefined && ospiteId !== null)
    return <Link to="/ospiti/$ospite" params={{ ospite: ospiteId }} search={{ sezione, campo }} {...link} />;
  const cerca = {
    ...(ingressoId === null ? {} : { ingresso: ingressoId }),
    ...(giorno === null ? {} : { giorno }),
    ...(campo === 'modulo' && ingressoId !== null ? { apri: 'modulo' } : {}),
  };
  return <Link to="/presenze/$struttura/$mese" params={{ struttura, mese }} search={cerca} {...link} />;
}
