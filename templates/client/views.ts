/** Fetches the number of readers where it is not printed, so that counting changes no page. */
const place = document.querySelector<HTMLElement>('[data-views]');
if (place?.dataset.views) {
  fetch(place.dataset.views)
    .then((response) => response.json())
    .then((counts: Record<string, number>) => {
      const count = counts[place.dataset.article ?? ''];
      const number = place.querySelector('span');
      if (!count || !number) return;
      number.textContent = count.toLocaleString(document.documentElement.lang);
      place.hidden = false;
    })
    .catch(() => {}); // Offline, the number is left out.
}
