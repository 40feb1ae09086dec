import { create } from 'zustand';
import type { Mese } from '../../domain/giorno.ts';

/** What the person is looking at: never data of the register. */
interface Vista {
  /** schermo discreto: names as initials */
  discreto: boolean;
  /** the last struttura and month looked at, so that the navigation goes back there */
  struttura: string | null;
  mese: Mese | null;
  paletteAperta: boolean;
  tastiAperti: boolean;
  toggleDiscreto(): void;
  /** `mese` undefined: the page is of no month; that of the same struttura is kept */
  setLuogo(struttura: string, mese: Mese | undefined): void;
  setPalette(aperta: boolean): void;
  setTasti(aperti: boolean): void;
}

/** Kept by the window, for as long as it lives: a reload must not uncover the names. It holds no data. */
const CHIAVE_DISCRETO = 'approdo.discreto';

function isDiscreto(): boolean {
  return sessionStorage.getItem(CHIAVE_DISCRETO) === 'si';
}

export const useVista = create<Vista>()((set) => ({
  discreto: isDiscreto(),
  struttura: null,
  mese: null,
  paletteAperta: false,
  tastiAperti: false,
  toggleDiscreto: () =>
    set((v) => {
      sessionStorage.setItem(CHIAVE_DISCRETO, v.discreto ? 'no' : 'si');
      return { discreto: !v.discreto };
    }),
  setLuogo: (struttura, mese) => set((v) => ({ struttura, mese: mese ?? (v.struttura === struttura ? v.mese : null) })),
  setPalette: (paletteAperta) => set({ paletteAperta }),
  setTasti: (tastiAperti) => set({ tastiAperti }),
}));
