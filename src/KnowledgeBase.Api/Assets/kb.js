// What makes the pages faster; all of them work without it.
const main = () => document.querySelector('main')
const box = document.querySelector('#q')
let answering

// Facets, order and pages change the answers in place; the address says what is shown.
async function show (url, push) {
  answering?.abort()
  answering = new AbortController()
  try {
    const response = await fetch(url, { headers: { Accept: 'text/html' }, signal: answering.signal })
    const next = new DOMParser().parseFromString(await response.text(), 'text/html')
    main().replaceWith(next.querySelector('main'))
    document.title = next.title
    // Phones share the canonical address.
    document.querySelector('link[rel=canonical]')?.remove()
    document.head.append(...next.querySelectorAll('link[rel=canonical]'))
    box.value = next.querySelector('#q').value
    const back = document.querySelector('input[name=back]')
    if (push) history.pushState(null, '', url)
    back.value = location.pathname + location.search
    fold()
  } catch (error) {
    if (error.name !== 'AbortError') location.assign(url)
  }
}

const isSearch = url => url.origin === location.origin && url.pathname === '/'

document.addEventListener('click', event => {
  const link = event.target.closest('a')
  if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const url = new URL(link.href)
  if (!isSearch(url) || location.pathname !== '/' || !main().contains(link)) return
  event.preventDefault()
  const again = link.closest('.facets') ? link.getAttribute('href') : null
  show(url, true).then(() => {
    if (!again) { main().focus({ preventScroll: true }); scrollTo(0, 0) }
  })
})

addEventListener('popstate', () => { if (location.pathname === '/') show(location.href, false) })

document.addEventListener('submit', event => {
  const form = event.target
  if (form.getAttribute('role') !== 'search' || location.pathname !== '/') return
  event.preventDefault()
  close()
  const url = new URL(form.action)
  if (box.value.trim()) url.searchParams.set('q', box.value.trim())
  show(url, true)
})

document.addEventListener('keydown', event => {
  if (event.key === '/' && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName) && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault()
    box.focus()
    box.select()
  }
})

// Search within a facet: its list becomes what the facet's own page would list; an empty box brings the list back.
const lists = new WeakMap()
let narrowing

document.addEventListener('input', async event => {
  const form = event.target.closest('form.within')
  if (!form) return
  narrowing?.abort()
  narrowing = new AbortController()
  const list = document.getElementById(form.dataset.list)
  if (!lists.has(list)) lists.set(list, [...list.children])
  if (!event.target.value.trim()) return list.replaceChildren(...lists.get(list))
  try {
    const response = await fetch(form.action + '?' + new URLSearchParams(new FormData(form)), { signal: narrowing.signal })
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    list.replaceChildren(...[...page.querySelectorAll('.values > li')].slice(0, 20))
  } catch (error) {
    if (error.name !== 'AbortError') form.submit()
  }
})

// On a narrow screen the facets begin folded.
function fold () {
  const facets = document.querySelector('.facets')
  if (facets && matchMedia('(max-width: 48rem)').matches) facets.open = false
}

// Completion of names and terms, as the ARIA pattern of a combobox has it.
const list = document.createElement('ul')
list.id = 'completions'
list.setAttribute('role', 'listbox')
list.setAttribute('aria-label', box.labels[0].textContent)
list.hidden = true
box.after(list)
box.setAttribute('role', 'combobox')
box.setAttribute('aria-controls', list.id)
box.setAttribute('aria-autocomplete', 'list')
box.setAttribute('aria-expanded', 'false')
let asked
let chosen = -1

function close () {
  asked?.abort()
  list.hidden = true
  chosen = -1
  box.setAttribute('aria-expanded', 'false')
  box.removeAttribute('aria-activedescendant')
}

function choose (index) {
  chosen = index
  for (const [i, option] of [...list.children].entries()) option.setAttribute('aria-selected', i === index)
  if (index >= 0) box.setAttribute('aria-activedescendant', list.children[index].id)
  else box.removeAttribute('aria-activedescendant')
}

function take (option) {
  close()
  const url = new URL('/', location.origin)
  if (option.dataset.kind === 'term') url.searchParams.set('q', option.dataset.id)
  else url.searchParams.set(option.dataset.kind, option.dataset.id)
  if (location.pathname === '/') show(url, true)
  else location.assign(url)
}

async function complete () {
  asked?.abort()
  const text = box.value.trim()
  if (!text) return close()
  asked = new AbortController()
  try {
    const response = await fetch('/api/v1/suggest?size=8&q=' + encodeURIComponent(text), { signal: asked.signal })
    if (!response.ok) return close()
    const { items } = await response.json()
    const english = document.documentElement.lang === 'en'
    list.replaceChildren(...items.map((item, i) => {
      const option = document.createElement('li')
      option.id = 'completion-' + i
      option.setAttribute('role', 'option')
      Object.assign(option.dataset, { kind: item.kind, id: item.id })
      const count = document.createElement('small')
      count.textContent = item.count
      option.append((english && item.labelEn) || item.label, count)
      return option
    }))
    list.hidden = !items.length
    box.setAttribute('aria-expanded', String(items.length > 0))
    choose(-1)
  } catch (error) {
    if (error.name !== 'AbortError') close()
  }
}

box.addEventListener('input', complete)
box.addEventListener('blur', close)
box.addEventListener('keydown', event => {
  const options = list.hidden ? 0 : list.children.length
  if (event.key === 'Escape' && options) { event.preventDefault(); close() }
  if (!options) return
  if (event.key === 'ArrowDown') { event.preventDefault(); choose((chosen + 2) % (options + 1) - 1) }
  if (event.key === 'ArrowUp') { event.preventDefault(); choose((chosen + options + 1) % (options + 1) - 1) }
  if (event.key === 'Enter' && chosen >= 0) { event.preventDefault(); take(list.children[chosen]) }
})
list.addEventListener('mousedown', event => {
  event.preventDefault()
  const option = event.target.closest('[role=option]')
  if (option) take(option)
})

// Copies a citation and says so.
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]')
  if (!button) return
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent)
  const label = button.textContent
  button.textContent = button.dataset.done
  setTimeout(() => { button.textContent = label }, 2000)
})

fold()
