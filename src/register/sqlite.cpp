#include "register/sqlite.hpp"

#include <sqlite3.h>

namespace bienban::registry {

namespace {

[[noreturn]] void raise(sqlite3* db, int code) {
	const int primary = code & 0xFF;
	throw StoreError(primary, db != nullptr ? sqlite3_errmsg(db) : sqlite3_errstr(code),
	                 primary == SQLITE_BUSY || primary == SQLITE_LOCKED);
}

}  // namespace

void Database::Close::operator()(sqlite3* db) const { sqlite3_close(db); }

Database::Database(const std::filesystem::path& path, Access access, std::chrono::milliseconds wait)
    : Database(path.string(),
               access == Access::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY, wait) {}

Database Database::frozen(const std::filesystem::path& path) {
	std::string uri = "file:";
	for (const char c : std::filesystem::absolute(path).string()) {
		uri += c == '%' ? "%25" : c == '?' ? "%3f" : c == '#' ? "%23" : std::string{c};
	}
	return {uri + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, std::chrono::milliseconds{0}};
}

Database::Database(const std::string& name, int flags, std::chrono::milliseconds wait) {
	// Nobody asks SQLite how much memory it has, and counting it takes a lock at every allocation. Must come before the
	// first use; later it is refused, and harmless.
	static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	static_cast<void>(uncounted);
	sqlite3* db = nullptr;
	// A handle is never used by two threads at once, so it needs no locks of its own.
	const int code = sqlite3_open_v2(name.c_str(), &db, flags | SQLITE_OPEN_NOMUTEX, nullptr);
	m_db.reset(db);
	if (code != SQLITE_OK) raise(db, code);
	sqlite3_busy_timeout(db, static_cast<int>(wait.count()));
	// A register that somebody sent is hostile input too: no schema in it may run functions of ours.
	sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
	sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
	run("PRAGMA foreign_keys = ON");
}

void Database::run(const char* sql) {
	const int code = sqlite3_exec(m_db.get(), sql, nullptr, nullptr, nullptr);
	if (code != SQLITE_OK) raise(m_db.get(), code);
}

Statement Database::prepare(std::string_view sql) { return {m_db.get(), sql}; }

std::int64_t Database::number(std::string_view sql) {
	Statement statement = prepare(sql);
	return statement.step() ? statement.number(0) : 0;
}

bool Database::read_only() const { return sqlite3_db_readonly(m_db.get(), "main") == 1; }

std::int64_t Database::changes() const { return sqlite3_changes64(m_db.get()); }

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Statement::Statement(sqlite3* db, std::string_view sql) : m_db(db) {
	sqlite3_stmt* statement = nullptr;
	const int code = sqlite3_prepare_v2(db, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
	m_statement.reset(statement);
	check(code);
}

void Statement::check(int code) const {
	if (code != SQLITE_OK) raise(m_db, code);
}

Statement& Statement::bind(std::string_view text) {
	// SQLITE_TRANSIENT is a cast of -1 to a pointer; it makes SQLite copy the bytes.
	const auto transient = reinterpret_cast<sqlite3_destructor_type>(-1);
	const char* bytes = text.empty() ? "" : text.data();  // a null pointer would bind NULL
	check(sqlite3_bind_text64(m_statement.get(), m_next++, bytes, text.size(), transient, SQLITE_UTF8));
	return *this;
}

Statement& Statement::bind(const std::optional<std::string>& text) {
	if (text) return bind(std::string_view{*text});
	check(sqlite3_bind_null(m_statement.get(), m_next++));
	return *this;
}

Statement& Statement::bind(std::int64_t number) {
	check(sqlite3_bind_int64(m_statement.get(), m_next++, number));
	return *this;
}

Statement& Statement::bind(double number) {
	check(sqlite3_bind_double(m_statement.get(), m_next++, number));
	return *this;
}

bool Statement::step() {
	const int code = sqlite3_step(m_statement.get());
	if (code == SQLITE_ROW) return true;
	if (code != SQLITE_DONE) raise(m_db, code);
	return false;
}

void Statement::run() {
	step();
	reset();
}

void Statement::reset() {
	sqlite3_reset(m_statement.get());
	m_next = 1;
}

std::string Statement::text(int column) const {
	const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_statement.get(), column));
	const int size = sqlite3_column_bytes(m_statement.get(), column);
	return bytes == nullptr ? std::string{} : std::string(bytes, static_cast<std::size_t>(size));
}

std::optional<std::string> Statement::optional_text(int column) const {
	if (sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL) return std::nullopt;
	return text(column);
}

std::int64_t Statement::number(int column) const { return sqlite3_column_int64(m_statement.get(), column); }

double Statement::decimal(int column) const { return sqlite3_column_double(m_statement.get(), column); }

}  // namespace bienban::registry
