// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fakeServer } from '@/shared/testing/fakeServer'
import { mountInApp } from '@/shared/testing/mounting'
import type { Delivery } from '../queries'
import TicketFileForm from './TicketFileForm.vue'

const DELIVERIES = ['A1', 'B2'].map(
  (dealId) => ({ dealId, dealCode: dealId, materialNameZh: '旧铝型材' }) as Delivery,
)

afterEach(() => {
  vi.unstubAllGlobals()
  document.body.replaceChildren()
})

async function mounted() {
  const { wrapper } = mountInApp(TicketFileForm, {
    props: { deliveries: DELIVERIES, organisation: 'yard' },
  })
  async function give(text: string) {
    const input = wrapper.get<HTMLInputElement>('input[type=file]')
    const file = new File([text], '1127.csv')
    file.arrayBuffer = () => Promise.resolve(new TextEncoder().encode(text).buffer)
    Object.defineProperty(input.element, 'files', { value: [file], configurable: true })
    await input.trigger('change')
    await flushPromises()
  }
  await wrapper.get('select').setValue('B2')
  return { wrapper, give }
}

describe('the form for the file of a weighbridge', () => {
  it('says how many tickets there are, and sends them for the chosen deal', async () => {
    const asked = fakeServer(() => ({ status: 201, body: {} }))
    const { wrapper, give } = await mounted()

    await give('load,plate\n1,豫A12345\n')
    expect(wrapper.text()).toContain('1127.csv：1 张磅单')
    await wrapper.get('form').trigger('submit')
    await vi.waitFor(() => expect(asked.at(-1)?.path).toBe('/api/v1/deals/B2/ticket-imports'))

    expect(asked.at(-1)?.body).toEqual({ organisationId: 'yard', csv: 'load,plate\n1,豫A12345\n' })
    await vi.waitFor(() => expect(wrapper.text()).not.toContain('1127.csv'))
  })

  it('shows what is wrong with a row beside it, until another file is chosen', async () => {
    fakeServer(() => ({
      status: 422,
      body: {
        code: 'http.invalid',
        title: '有几处不对',
        errors: [{ field: 'csv[2].gross_kg', code: 'x', message: '千克' }],
      },
    }))
    const { wrapper, give } = await mounted()

    await give('load,plate\n7,豫B00001\n')
    await wrapper.get('form').trigger('submit')
    await vi.waitFor(() => expect(wrapper.get('tbody').text()).toContain('千克'))

    expect(wrapper.get('tbody th').text()).toBe('2')
    expect(wrapper.get('tbody').text()).toContain('7,豫B00001')
    await give('load,plate\n1,豫B00001\n')
    expect(wrapper.find('tbody').exists()).toBe(false)
  })

  it('does not send what is too long', async () => {
    const asked = fakeServer(() => ({ body: {} }))
    const { wrapper, give } = await mounted()

    await give('x'.repeat(30_001))
    await wrapper.get('form').trigger('submit')

    expect(wrapper.text()).toContain('文件过长')
    expect(asked).toEqual([])
  })
})
