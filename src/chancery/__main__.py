"""Run the command line as `python -m chancery`."""

from chancery.show.cli import main

if __name__ == "__main__":
    main()
