import { organisationOf } from '../ask'
import { expect, expectAccessible, expectToFit, signedIn, test } from '../fixtures'
import { demoAccount } from '../platform'

test('an organisation reads its own record, and others see it only where it tells of no single deal', async ({
  browser,
}, { project }) => {
  const viewport = project.use.viewport ?? null
  const recycler = await signedIn(browser, demoAccount('ORGANISATION_MEMBER', 0), { viewport })
  const organisation = await organisationOf(recycler)

  await recycler.goto(`/organisations/${organisation}/record`)
  await expect(recycler.getByRole('heading', { name: '作为卖方' })).toBeVisible()
  await expect(recycler.getByText('履约成交').first()).toBeVisible()
  await expectAccessible(recycler)
  await expectToFit(recycler)

  const stranger = await signedIn(browser, demoAccount('RESIDENT'), { viewport })
  await stranger.goto(`/organisations/${organisation}/record`)
  await expect(stranger.getByText(/满五笔且对手满三家才显示/).first()).toBeVisible()
  await expectAccessible(stranger)
  await expectToFit(stranger)
})
