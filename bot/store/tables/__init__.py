"""The SQL of each subject, called by ``bot.store.store`` alone, where each function's method is documented."""
