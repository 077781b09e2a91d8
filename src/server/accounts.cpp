#include "server/accounts.hpp"

#include <sys/stat.h>

#include <algorithm>

#include "base/time.hpp"
#include "server/secrets.hpp"

namespace bienban::server {

namespace {

using registry::Access;
using registry::Database;
using registry::Statement;
using registry::StoreError;

constexpr std::int64_t k_version = 1;
constexpr std::chrono::milliseconds k_wait{5000};
/// The file hears of a session's use only so often (seconds).
constexpr std::int64_t k_seen_step = 60;
/// More signed-in places of one account than this are none of a person's.
constexpr std::size_t k_most_sessions = 50;
constexpr std::size_t k_longest_name = 64;
constexpr std::size_t k_longest_full_name = 200;

constexpr const char* k_tables = R"sql(
CREATE TABLE accounts (
	name         TEXT PRIMARY KEY,
	full_name    TEXT NOT NULL,
	role         TEXT NOT NULL,
	password     TEXT NOT NULL,        -- Argon2id, as libsodium writes it
	disabled     INTEGER NOT NULL,
	created      TEXT NOT NULL,
	last_sign_in TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE sessions (
	hash    TEXT PRIMARY KEY,          -- of the cookie's secret
	account TEXT NOT NULL REFERENCES accounts (name),
	created INTEGER NOT NULL,          -- seconds
	seen    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE properties (
	name  TEXT PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

constexpr const char* k_account_columns = "name, full_name, role, disabled, created, last_sign_in";

Account account_row(const Statement& row) {
	return {.name = row.text(0),
	        .full_name = row.text(1),
	        .role = model::value_of<Role>(row.text(2)).value_or(Role::reader),
	        .disabled = row.number(3) != 0,
	        .created = row.text(4),
	        .last_sign_in = row.optional_text(5)};
}

bool is_name(std::string_view name) {
	return !name.empty() && name.size() <= k_longest_name && std::ranges::all_of(name, [](char c) {
		return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
	});
}

}  // namespace

base::Result<std::unique_ptr<Accounts>> Accounts::open(const std::filesystem::path& path, SessionTimes times, Now now) {
	try {
		const mode_t before = ::umask(0077);
		Database database{path, Access::write, k_wait};
		database.run("PRAGMA journal_mode = WAL");
		::umask(before);
		const std::int64_t version = database.number("PRAGMA user_version");
		if (version > k_version) return base::fail("accounts-newer", {}, path.string());
		if (version == 0) {
			database.run("BEGIN IMMEDIATE");
			database.run(k_tables);
			database.run("PRAGMA user_version = 1");
			database.run("COMMIT");
		}
		return std::unique_ptr<Accounts>{new Accounts{std::move(database), times, std::move(now)}};
	} catch (const StoreError& failure) {
		return base::fail("accounts-damaged", {failure.what()}, path.string());
	}
}

Accounts::Accounts(Database database, SessionTimes times, Now now)
    : m_database(std::move(database)), m_times(times), m_now(std::move(now)) {
	Statement rows = m_database.prepare("SELECT hash, account, created, seen FROM sessions");
	while (rows.step()) {
		m_sessions[rows.text(0)] = {
		    .account = rows.text(1), .created = rows.number(2), .seen = rows.number(3), .written = rows.number(3)};
	}
}

std::int64_t Accounts::seconds() const {
	return std::chrono::duration_cast<std::chrono::seconds>(m_now().time_since_epoch()).count();
}

std::optional<Account> Accounts::find(const std::string& name) {
	Statement row = m_database.prepare(std::string{"SELECT "} + k_account_columns + " FROM accounts WHERE name = ?");
	row.bind(std::string_view{name});
	if (!row.step()) return std::nullopt;
	return account_row(row);
}

bool Accounts::empty() {
	const std::scoped_lock lock{m_mutex};
	return m_database.number("SELECT count(*) FROM accounts") == 0;
}

std::string Accounts::new_setup_token() {
	const std::scoped_lock lock{m_mutex};
	std::string token = new_secret();
	const std::string token_hash = hash_of(token);
	m_database.prepare("INSERT OR REPLACE INTO properties VALUES ('setup', ?)")
	    .bind(std::string_view{token_hash})
	    .run();
	return token;
}

base::Result<SignedIn> Accounts::setup(std::string_view token, const Account& account, std::string_view password) {
	{
		const std::scoped_lock lock{m_mutex};
		if (m_database.number("SELECT count(*) FROM accounts") != 0) return base::fail("setup-done");
		Statement row = m_database.prepare("SELECT value FROM properties WHERE name = 'setup'");
		if (!row.step() || !equal(row.text(0), hash_of(token))) return base::fail("setup-token");
	}
	Account first = account;
	first.role = Role::administrator;
	auto hash = hashed_password(password);
	if (!hash) return tl::unexpected(std::move(hash.error()));
	const std::scoped_lock lock{m_mutex};
	// Of two who come at once only one is the first.
	if (m_database.number("SELECT count(*) FROM accounts") != 0) return base::fail("setup-done");
	auto made = put(first, *hash);
	if (!made) return tl::unexpected(std::move(made.error()));
	m_database.run("DELETE FROM properties WHERE name = 'setup'");
	return begin_session(std::move(*made));
}

base::Result<SignedIn> Accounts::sign_in(const std::string& name, std::string_view password,
                                         const std::string& address) {
	std::string hash;
	{
		const std::scoped_lock lock{m_mutex};
		if (const auto wait = m_throttle.wait(name, address, seconds()); wait > 0) {
			return base::fail("sign-in-wait", {std::to_string(wait)});
		}
		// Counted before the slow part: many tries at once are many tries.
		m_throttle.failed(name, address, seconds());
		Statement row = m_database.prepare("SELECT password FROM accounts WHERE name = ? AND disabled = 0");
		row.bind(std::string_view{name});
		if (row.step()) hash = row.text(0);
	}
	if (!is_password(hash, password)) return base::fail("sign-in-failed");
	const std::scoped_lock lock{m_mutex};
	auto account = find(name);
	if (!account || account->disabled) return base::fail("sign-in-failed");
	m_throttle.succeeded(name, address);
	account->last_sign_in = base::utc(seconds());
	m_database.prepare("UPDATE accounts SET last_sign_in = ? WHERE name = ?")
	    .bind(account->last_sign_in)
	    .bind(std::string_view{name})
	    .run();
	return begin_session(std::move(*account));
}

SignedIn Accounts::begin_session(Account account) {
	const std::int64_t now = seconds();
	std::erase_if(m_sessions, [&](const auto& one) {
		return now - one.second.seen > m_times.idle.count() || now - one.second.created > m_times.most.count();
	});
	m_database.prepare("DELETE FROM sessions WHERE seen < ? OR created < ?")
	    .bind(now - m_times.idle.count() - k_seen_step)
	    .bind(now - m_times.most.count())
	    .run();
	std::vector<std::pair<std::int64_t, std::string>> own;
	for (const auto& [hash, held] : m_sessions) {
		if (held.account == account.name) own.emplace_back(held.seen, hash);
	}
	std::ranges::sort(own);
	for (std::size_t i = 0; i + k_most_sessions <= own.size(); ++i) {
		m_sessions.erase(own[i].second);
		m_database.prepare("DELETE FROM sessions WHERE hash = ?").bind(std::string_view{own[i].second}).run();
	}
	SignedIn made{.secret = new_secret(), .session = {}};
	const std::string hash = hash_of(made.secret);
	m_database.prepare("INSERT INTO sessions VALUES (?, ?, ?, ?)")
	    .bind(std::string_view{hash})
	    .bind(std::string_view{account.name})
	    .bind(now)
	    .bind(now)
	    .run();
	m_sessions[hash] = {.account = account.name, .created = now, .seen = now, .written = now};
	made.session = {.account = std::move(account), .token = derived(made.secret, "token")};
	return made;
}

std::optional<Session> Accounts::session(std::string_view secret) {
	if (secret.empty()) return std::nullopt;
	const std::string hash = hash_of(secret);
	const std::scoped_lock lock{m_mutex};
	const auto found = m_sessions.find(hash);
	if (found == m_sessions.end()) return std::nullopt;
	Held& held = found->second;
	const std::int64_t now = seconds();
	if (now - held.seen > m_times.idle.count() || now - held.created > m_times.most.count()) {
		m_database.prepare("DELETE FROM sessions WHERE hash = ?").bind(std::string_view{hash}).run();
		m_sessions.erase(found);
		return std::nullopt;
	}
	held.seen = now;
	if (now - held.written >= k_seen_step) {
		held.written = now;
		m_database.prepare("UPDATE sessions SET seen = ? WHERE hash = ?").bind(now).bind(std::string_view{hash}).run();
	}
	auto account = find(held.account);
	if (!account || account->disabled) return std::nullopt;
	return Session{.account = std::move(*account), .token = derived(secret, "token")};
}

void Accounts::sign_out(std::string_view secret) {
	const std::string hash = hash_of(secret);
	const std::scoped_lock lock{m_mutex};
	m_sessions.erase(hash);
	m_database.prepare("DELETE FROM sessions WHERE hash = ?").bind(std::string_view{hash}).run();
}

void Accounts::end_sessions(const std::string& name, std::string_view but) {
	std::erase_if(m_sessions, [&](const auto& one) { return one.second.account == name && one.first != but; });
	m_database.prepare("DELETE FROM sessions WHERE account = ? AND hash <> ?")
	    .bind(std::string_view{name})
	    .bind(but)
	    .run();
}

base::Result<void> Accounts::change_password(std::string_view secret, std::string_view old, std::string_view password) {
	const auto who = session(secret);
	if (!who) return base::fail("sign-in-failed");
	const std::string& name = who->account.name;
	std::string hash;
	{
		const std::scoped_lock lock{m_mutex};
		if (const auto wait = m_throttle.wait(name, "", seconds()); wait > 0) {
			return base::fail("sign-in-wait", {std::to_string(wait)});
		}
		m_throttle.failed(name, "", seconds());
		Statement row = m_database.prepare("SELECT password FROM accounts WHERE name = ?");
		row.bind(std::string_view{name});
		if (row.step()) hash = row.text(0);
	}
	if (!is_password(hash, old)) return base::fail("password-wrong");
	auto fresh = hashed_password(password);
	const std::scoped_lock lock{m_mutex};
	m_throttle.succeeded(name, "");
	if (!fresh) return tl::unexpected(std::move(fresh.error()));
	m_database.prepare("UPDATE accounts SET password = ? WHERE name = ?")
	    .bind(std::string_view{*fresh})
	    .bind(std::string_view{name})
	    .run();
	end_sessions(name, hash_of(secret));
	return {};
}

std::vector<Account> Accounts::list() {
	const std::scoped_lock lock{m_mutex};
	std::vector<Account> all;
	Statement rows = m_database.prepare(std::string{"SELECT "} + k_account_columns + " FROM accounts ORDER BY name");
	while (rows.step()) all.push_back(account_row(rows));
	return all;
}

base::Result<Account> Accounts::put(const Account& account, std::string_view password) {
	if (!is_name(account.name)) return base::fail("account-name", {std::to_string(k_longest_name)});
	if (account.full_name.size() > k_longest_full_name) {
		return base::fail("account-full-name", {std::to_string(k_longest_full_name)});
	}
	if (find(account.name)) return base::fail("account-exists", {account.name});
	Account made = account;
	made.created = base::utc(seconds());
	m_database.prepare("INSERT INTO accounts VALUES (?, ?, ?, ?, 0, ?, NULL)")
	    .bind(std::string_view{made.name})
	    .bind(std::string_view{made.full_name})
	    .bind(model::name_of(made.role))
	    .bind(password)
	    .bind(std::string_view{made.created})
	    .run();
	return made;
}

base::Result<Account> Accounts::add(const Account& account, std::string_view password) {
	const auto hash = hashed_password(password);
	if (!hash) return tl::unexpected(hash.error());
	const std::scoped_lock lock{m_mutex};
	return put(account, *hash);
}

base::Result<Account> Accounts::change(const std::string& name, const AccountChange& change) {
	std::optional<std::string> hash;
	if (change.password) {
		auto made = hashed_password(*change.password);
		if (!made) return tl::unexpected(std::move(made.error()));
		hash = std::move(*made);
	}
	const std::scoped_lock lock{m_mutex};
	auto account = find(name);
	if (!account) return base::fail("account-unknown", {name});
	const Account before = *account;
	if (change.full_name) {
		if (change.full_name->size() > k_longest_full_name) {
			return base::fail("account-full-name", {std::to_string(k_longest_full_name)});
		}
		account->full_name = *change.full_name;
	}
	if (change.role) account->role = *change.role;
	if (change.disabled) account->disabled = *change.disabled;
	const auto rules = [](const Account& one) { return one.role == Role::administrator && !one.disabled; };
	if (rules(before) && !rules(*account) &&
	    m_database.number("SELECT count(*) FROM accounts WHERE role = 'administrator' AND disabled = 0") <= 1) {
		return base::fail("account-last");
	}
	m_database.prepare("UPDATE accounts SET full_name = ?, role = ?, disabled = ? WHERE name = ?")
	    .bind(std::string_view{account->full_name})
	    .bind(model::name_of(account->role))
	    .bind(static_cast<std::int64_t>(account->disabled))
	    .bind(std::string_view{name})
	    .run();
	if (hash)
		m_database.prepare("UPDATE accounts SET password = ? WHERE name = ?")
		    .bind(std::string_view{*hash})
		    .bind(std::string_view{name})
		    .run();
	if (hash || account->role != before.role || account->disabled) end_sessions(name, "");
	return *account;
}

}  // namespace bienban::server
