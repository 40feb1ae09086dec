import type { Riga } from '../../db/scrittura.ts';
import type { Fascicolo } from './fascicolo.ts';
import { isLeggibile, type Sezioni } from './sezione.ts';

type Percorso = Pick<
  Fascicolo['permanenze'][number],
  | ('fasas' | 'informativaIl' | 'certificazione' | 'certificazioneIl' | 'finePrevista' | 'dichiaratoIl')
  | ('titoloAccoglienza' | 'scuola' | 'abitazioneUscita' | 'occupazioneUscita')
  | ('oggettiResi' | 'documentiResi' | 'noteDimissione' | 'comunicazioni')
>;

/** What else a stay says of the person. Who follows them, a guardian, a parent are other persons, and are not named. */
export function percorsoDi(p: Riga<'ingressi'>, sezioni: Sezioni): Percorso {
  const { fasas, informativaIl, certificazione, certificazioneIl, finePrevista, dichiaratoIl, scuola } = p;
  const { abitazioneUscita, occupazioneUscita, oggettiResi, documentiResi, noteDimissione } = p;
  const comunicazioni = (p.comunicazioni ?? [])
    .filter(({ giuridica }) => giuridica !== true || isLeggibile('comunicazioni', sezioni))
    .map(({ a, fattaIl }) => (fattaIl === null ? a : `${a} (${fattaIl})`));
  return {
    ...{ fasas, informativaIl, certificazione, certificazioneIl, finePrevista, dichiaratoIl, scuola },
    titoloAccoglienza: isLeggibile('titoloAccoglienza', sezioni) ? p.titoloAccoglienza : null,
    ...{ abitazioneUscita, occupazioneUscita, oggettiResi, documentiResi, noteDimissione },
    comunicazioni: comunicazioni.length === 0 ? null : comunicazioni.join(', '),
  };
}
