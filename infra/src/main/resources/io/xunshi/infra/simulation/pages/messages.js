// Keeps the list up to date and leaves the rest of the page, and what is being typed there, alone.
const list = document.getElementById('messages')

async function refresh() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } })
  if (!answer.ok) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const latest = page.getElementById('messages')
  if (latest && latest.innerHTML !== list.innerHTML) list.innerHTML = latest.innerHTML
}

setInterval(() => {
  if (!document.hidden) refresh().catch(() => {})
}, 2000)
