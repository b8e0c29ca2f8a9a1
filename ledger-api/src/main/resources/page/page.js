// The page of one balance link. It keeps the secret of the address in memory until the tap, and nowhere else.
"use strict";
{
    const CODE_RENEWED_AFTER_MS = 45_000;
    const COUNTED_EVERY_MS = 1_000;
    const HOLD_SOON_S = 120;
    const STREAM_TRIED_AGAIN_AFTER_MS = 20_000;

    const OUT_OF_THE_WAY = {
        401: "This link does not open the wallet. Open it from your message again: it may have been cut off.",
        403: "This page was not opened from its own address. Open the link from your message again.",
        404: "There is no such link.",
        410: "This link has ended. Ask for a new one.",
        429: "Too many tries. Wait a few minutes, then open the link again.",
    };

    let secret = takeSecret();

    // Before anything else is loaded: no other script, no copied address and no Referer ever holds it.
    function takeSecret() {
        const found = window.location.hash.slice(1);
        if (found) {
            window.history.replaceState(null, "", window.location.pathname);
        }
        return found;
    }

    const byId = (id) => document.getElementById(id);
    const address = () => document.body.dataset.link;
    const startOver = () => window.location.replace(address());

    function post(path, body) {
        return fetch(address() + path, {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify(body),
            cache: "no-store",
            credentials: "same-origin",
            redirect: "error",
        });
    }

    // ---- The door: one button, shown where there is a secret to open with.

    function showDoor() {
        byId("open").hidden = !secret;
        byId("lost").hidden = Boolean(secret);
    }

    async function openWallet() {
        byId("open").disabled = true;
        byId("problem").textContent = "";
        try {
            const answer = await post("/session", { secret });
            if (answer.ok) {
                secret = "";
                startOver();
                return;
            }
            byId("problem").textContent = OUT_OF_THE_WAY[answer.status] ?? "That did not work. Try again in a moment.";
        } catch {
            byId("problem").textContent = "No connection. Try again in a moment.";
        }
        byId("open").disabled = false;
    }

    // ---- The account: asked for anew whenever the service says that something happened.

    const say = (text) => (byId("news").textContent = text);
    const refresh = () => htmx.trigger(document.body, "wallet-changed");
    const renewCode = () => htmx.trigger(document.body, "code-renew");

    function listen() {
        const events = new EventSource(`${address()}/events?since=${document.body.dataset.position}`);
        events.addEventListener("changed", refresh);
        events.addEventListener("read", () => {
            say("Your code was read at a till.");
            renewCode();
        });
        events.addEventListener("ended", () => {
            events.close();
            startOver();
        });
        events.addEventListener("error", () => {
            if (events.readyState === EventSource.CLOSED) {
                refresh();
                window.setTimeout(listen, STREAM_TRIED_AGAIN_AFTER_MS);
            }
        });
    }

    function renewWhileSeen() {
        const ifSeen = (act) => () => document.visibilityState === "visible" && act();
        window.setInterval(ifSeen(renewCode), CODE_RENEWED_AFTER_MS);
        document.addEventListener("visibilitychange", ifSeen(() => {
            renewCode();
            refresh();
        }));
    }

    function announceBalance() {
        const total = () => [...document.querySelectorAll("#balance .total .amount")].map((it) => it.textContent).join(", ");
        let said = total();
        document.body.addEventListener("htmx:afterSwap", (swap) => {
            if (swap.detail.target.id === "balance" && total() !== said) {
                said = total();
                say(`Your balance is now ${said || "zero"}.`);
                byId("balance").classList.add("moved");
            }
        });
        byId("balance").addEventListener("animationend", () => byId("balance").classList.remove("moved"));
    }

    // ---- Holds: counted down from when the page was told, so that a wrong clock here shows no wrong time.

    const two = (number) => String(number).padStart(2, "0");

    function spelled(seconds) {
        const hours = Math.floor(seconds / 3_600);
        const minutes = Math.floor(seconds / 60) % 60;
        if (hours >= 48) {
            return `${Math.floor(hours / 24)} days left`;
        }
        return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)} left`;
    }

    function countDown(it) {
        it.dataset.end ??= performance.now() + it.dataset.left * 1_000;
        const left = Math.ceil((it.dataset.end - performance.now()) / 1_000);
        it.textContent = left > 0 ? spelled(left) : "lapsed";
        it.classList.toggle("soon", left < HOLD_SOON_S);
        if (left <= 0 && !it.dataset.over) {
            it.dataset.over = "true";
            refresh();
        }
    }

    function countHoldsDown() {
        const all = () => document.querySelectorAll("#balance [data-left]").forEach(countDown);
        all();
        window.setInterval(all, COUNTED_EVERY_MS);
        document.body.addEventListener("htmx:afterSwap", all);
    }

    // Everything that shows something of the wallet goes when the session does.
    function closeWithSession() {
        byId("close").addEventListener("click", async () => {
            await post("/close", {}).catch(() => null);
            startOver();
        });
        listen();
    }

    function showAccount() {
        document.body.addEventListener("htmx:responseError", (failed) => {
            if ([401, 404, 410].includes(failed.detail.xhr.status)) {
                startOver();
            }
        });
        // A list that was read on to older lines keeps them when it is asked for anew.
        document.body.addEventListener("htmx:configRequest", (request) => {
            if (request.detail.elt.id === "activity") {
                request.detail.parameters.downTo = byId("more")?.dataset.from ?? 0;
            }
        });
        announceBalance();
        countHoldsDown();
        renewWhileSeen();
        closeWithSession();
    }

    document.addEventListener("DOMContentLoaded", () => {
        if (byId("open")) {
            byId("open").addEventListener("click", openWallet);
            showDoor();
        } else if (byId("balance")) {
            showAccount();
        } else if (byId("receipt")) {
            closeWithSession();
        }
    });
    // The link tapped again in a tab that has it open: only the fragment changes, nothing is loaded.
    window.addEventListener("hashchange", () => {
        secret = takeSecret() || secret;
        if (byId("open")) {
            showDoor();
        }
    });
}
