import { expect, test } from 'vitest';
import { contaConduttori, nomiDi } from '../../domain/conduttore.ts';

test('the number of who leads is that of the names, where there are some', () => {
  expect(nomiDi(' Zani Ugo, Belli Rosa ;\n, Conti Ada')).toEqual(['Zani Ugo', 'Belli Rosa', 'Conti Ada']);
  expect(contaConduttori({ operatori: 5, nomiOperatori: 'Zani Ugo, Belli Rosa', nomiVolontari: null })).toEqual({
    operatori: 2,
  });
  expect(contaConduttori({ operatori: 5, volontari: 1, nomiOperatori: ' , ', nomiVolontari: null })).toEqual({});
  expect(contaConduttori({ nomiVolontari: 'Conti Ada' })).toEqual({ volontari: 1 });
});
